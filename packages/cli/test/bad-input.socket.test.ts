import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCutover, examplesFolder } from './built';
import { rehearse, reportedBy } from './rehearse';

beforeAll(buildCutover, 60_000);

type Edit = readonly [file: string, from: string | RegExp, to: string];

const soon: Edit[] = [
  ['rehearsal.yml', 'at: 60', 'at: 1'],
  ['rehearsal.yml', 'tailSeconds: 120', 'tailSeconds: 1'],
];

/** The cross-account example with these edits, and no time to spare. */
function exampleWith(...edits: Edit[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-'));
  cpSync(join(examplesFolder, 'cross-account'), folder, { recursive: true });
  for (const [file, from, to] of [...soon, ...edits]) {
    const text = readFileSync(join(folder, file), 'utf8');
    const edited = text.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'g'), to);
    if (edited === text) throw new Error(`${file} has no ${from} to edit`);
    writeFileSync(join(folder, file), edited);
  }
  return folder;
}

const template = 'target/migration.yml';
const source = 'before/source.get-distribution-config.json';

test.each<[string, Edit, RegExp]>([
  [
    'an unknown property',
    [template, 'Strategy: AUTO', 'Stratgy: AUTO'],
    /migration\.yml:\d+: Resources\.Move\.Properties\.Stratgy: unknown property/,
  ],
  [
    'a template that is not YAML',
    [template, 'Type: AwsCommunity', 'Type: [AwsCommunity'],
    /migration\.yml:\d+:\d+: /,
  ],
  [
    'a resource type that the driver does not have',
    [template, /AwsCommunity.*/, 'AWS::DynamoDB::Table'],
    /Resources\.Move\.Type: type AWS::DynamoDB::Table is not supported/,
  ],
  [
    'pasted output that is not JSON',
    [source, '"ETag"', 'ETag'],
    /source\.get-distribution-config\.json: not JSON/,
  ],
  [
    'pasted output of another command',
    [source, 'DistributionConfig', 'Distribution'],
    /has no DistributionConfig; paste the whole output of `aws cloudfront get-distribution-config/,
  ],
  [
    'a certificate that was not pasted',
    ['rehearsal.yml', /.*source\.describe.*\n/, ''],
    /InvalidViewerCertificate: E1111111SOURCE carries the certificate/,
  ],
])(
  '%s: one line, exit code 2',
  async (_, edit, line) => {
    const { code, report, err } = await rehearse(exampleWith(edit));
    expect({ code, report }).toEqual({ code: 2, report: undefined });
    expect(err).toMatch(line);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  },
  120_000,
);

/** What a handler changed for viewers; a change that CloudFront refused is none. */
const changesIn = (calls: string): string[] =>
  calls
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { actor: string; operation: string; outcome: string })
    .filter(({ actor, outcome }) => actor === 'handler' && outcome === 'ok')
    .map(({ operation }) => operation)
    .filter((operation) => /^(Update|Change|Associate)/.test(operation));

const otherHolder = `
    - account: other
      id: E3333333OTHER
      file: before/other.get-distribution-config.json
  hostedZones:`;

/** A third account whose distribution holds the transit wildcard. */
function exampleWithWildcardHeld(): string {
  const folder = exampleWith(
    ['rehearsal.yml', "target: '310123456789'", "target: '310123456789'\n  other: '999999999999'"],
    ['rehearsal.yml', '\n  hostedZones:', otherHolder],
    [
      'rehearsal.yml',
      '  distributions:',
      '    - { account: other, file: before/other.describe-certificate.json }\n  distributions:',
    ],
  );
  const read = (file: string) => JSON.parse(readFileSync(join(folder, 'before', file), 'utf8'));
  const write = (file: string, value: unknown) =>
    writeFileSync(join(folder, 'before', file), JSON.stringify(value));
  const certificateArn =
    'arn:aws:acm:us-east-1:999999999999:certificate/16abed16-059d-415d-9c6f-acd88cf48347';
  const { Certificate } = read('target.describe-certificate.json');
  write('other.describe-certificate.json', {
    Certificate: { ...Certificate, CertificateArn: certificateArn },
  });
  const { DistributionConfig: config } = read('source.get-distribution-config.json');
  write('other.get-distribution-config.json', {
    DistributionConfig: {
      ...config,
      Aliases: { Quantity: 1, Items: ['*.example.com'] },
      DefaultCacheBehavior: { ...config.DefaultCacheBehavior, ResponseHeadersPolicyId: '' },
      ViewerCertificate: { ACMCertificateArn: certificateArn, SSLSupportMethod: 'sni-only' },
    },
  });
  return folder;
}

test.each<[string, () => string, RegExp]>([
  [
    'an alias that the certificate does not cover',
    () => exampleWith(['before/target.describe-certificate.json', '*.example.com', 'c.example.com']),
    /Target\.CertificateArn: the certificate covers c\.example\.com, but not a\.example\.com/,
  ],
  [
    'an apex across accounts',
    () => exampleWith([template, '- a.example.com', '- example.com']),
    /no wildcard of the target can stand in for example\.com.* BYPASS needs Bypass\.Records/,
  ],
  [
    'a wildcard that somebody else holds',
    exampleWithWildcardHeld,
    /WILDCARD needs \*\.example\.com for the target, but another distribution holds it/,
  ],
  [
    'a target that is the source',
    () => exampleWith([template, 'E2222222TARGET', 'E1111111SOURCE']),
    /Target\.DistributionId: E1111111SOURCE is the source too/,
  ],
  [
    'a role that is not there',
    () => exampleWith([template, 'alias-migration-access', 'nobody']),
    /AccessDenied on Source\.RoleArn, role arn:aws:iam::636696000000:role\/nobody/,
  ],
  [
    'no role for the other account',
    () => exampleWith([template, /\n *RoleArn:.*\n *ExternalId:.*/, '']),
    /Source\.RoleArn: the source is in account 636696000000/,
  ],
])(
  '%s: refused before anything is touched',
  async (_, folder, reason) => {
    const { code, report, calls } = await reportedBy(rehearse(folder()));
    expect({ code, failed: report.failed }).toEqual({ code: 1, failed: 0 });
    expect(report.stacks[0]).toMatchObject({
      status: 'ROLLBACK_COMPLETE',
      reason: expect.stringMatching(reason),
    });
    expect(changesIn(calls)).toEqual([]);
  },
  120_000,
);
