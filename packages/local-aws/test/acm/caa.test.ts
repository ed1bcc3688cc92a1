import type { CertificateDetail } from '@aws-sdk/client-acm';
import { minutesToMs } from '@cutover/ground';
import { validationRecord } from '../../src/world/acm/validation';
import { advance } from '../../src/world/advance';
import { submitRecords } from '../../src/world/route53/publish';
import { valueProblem } from '../../src/world/route53/record-values';
import { call } from '../key-value-stores/stores';
import { addZone, bareWorld, record } from '../support/bare-world';
import { told } from '../world/cloud';

const account = '111111111111';

/** What becomes of a certificate whose names are proved, with these CAA records by name. */
function certificateWith(
  names: readonly string[],
  caa: Readonly<Record<string, string[]>>,
): CertificateDetail {
  const world = bareWorld();
  const proofs = names
    .map((name) => validationRecord(world, account, name.replace(/^\*\./, '')))
    .map(({ Name, Value }) => record(Name, 'CNAME', [Value]));
  const records = Object.entries(caa).map(([name, values]) => record(`${name}.`, 'CAA', values));
  const zone = addZone(world, 'example.com.', []);
  submitRecords(world, zone, [...zone.records, ...proofs, ...records]);
  const { CertificateArn } = told<{ CertificateArn: string }>(
    call(
      world,
      'acm',
      'RequestCertificate',
      { DomainName: names[0], SubjectAlternativeNames: names, ValidationMethod: 'DNS' },
      account,
    ),
  );
  for (let minute = 0; minute < 10; minute++) advance(world, world.now + minutesToMs(1));
  return told<{ Certificate: CertificateDetail }>(
    call(world, 'acm', 'DescribeCertificate', { CertificateArn }, account),
  ).Certificate;
}

const [amazon, other] = ['0 issue "amazon.com"', '0 issue "letsencrypt.org"'];

describe('ACM looks at CAA records when a name is proved [documented]', () => {
  test.each([
    ['none', ['a.example.com'], {}, 'ISSUED'],
    ['Amazon', ['a.example.com'], { 'example.com': [amazon] }, 'ISSUED'],
    ['Amazon among others', ['a.example.com'], { 'example.com': [other, amazon] }, 'ISSUED'],
    [
      'another of Amazon’s names',
      ['a.example.com'],
      { 'example.com': ['0 issue "amazontrust.com"'] },
      'ISSUED',
    ],
    ['parameters', ['a.example.com'], { 'example.com': ['0 issue "amazon.com; a=b"'] }, 'ISSUED'],
    ['only somebody else', ['a.example.com'], { 'example.com': [other] }, 'FAILED'],
    ['nobody', ['a.example.com'], { 'example.com': ['0 issue ";"'] }, 'FAILED'],
    [
      'only where to complain',
      ['a.example.com'],
      { 'example.com': ['0 iodef "mailto:a@example.com"'] },
      'ISSUED',
    ],
    [
      'the nearest name above',
      ['a.b.example.com'],
      { 'example.com': [amazon], 'b.example.com': [other] },
      'FAILED',
    ],
    ['a name of another branch', ['a.example.com'], { 'b.example.com': [other] }, 'ISSUED'],
    ['issue for a wildcard', ['*.example.com'], { 'example.com': [other] }, 'FAILED'],
    [
      'issuewild for a wildcard, which goes first',
      ['*.example.com'],
      { 'example.com': [other, '0 issuewild "amazon.com"'] },
      'ISSUED',
    ],
    [
      'issuewild, which says nothing of other names',
      ['a.example.com'],
      { 'example.com': ['0 issuewild "letsencrypt.org"'] },
      'ISSUED',
    ],
  ] as const)('%s', (_words, names, caa, status) => {
    expect(certificateWith(names, caa as never).Status).toBe(status);
  });

  test('one forbidden name fails the whole certificate, and the reason is told', () => {
    const certificate = certificateWith(['a.example.com', 'b.example.com'], { 'b.example.com': [other] });
    expect(certificate).toMatchObject({ Status: 'FAILED', FailureReason: 'CAA_ERROR' });
    expect(certificate.NotAfter).toBeUndefined();
  });
});

test.each([
  ['0 issue "amazon.com"', undefined],
  ['0 issue amazon.com', 'Value is not flags, tag and quoted value'],
])('a CAA record in Route 53 is written %s', (value, expected) => {
  const said = valueProblem(record('example.com.', 'CAA', [value]));
  expect(said).toEqual(expected === undefined ? undefined : expect.stringContaining(expected));
});
