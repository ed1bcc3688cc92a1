import { addTagsToCertificate } from '../../src/world/acm/add-tags-to-certificate';
import { deleteCertificate } from '../../src/world/acm/delete-certificate';
import { describeCertificate } from '../../src/world/acm/describe-certificate';
import { importCertificate } from '../../src/world/acm/import-certificate';
import { listTagsForCertificate } from '../../src/world/acm/list-tags-for-certificate';
import type { World } from '../../src/world/world';
import { addDistribution, administrator, bareWorld, startedAt } from '../support/bare-world';
import { type Pem, selfSigned } from '../support/pem';
import { refusal } from '../support/refusal';

const days = (count: number): number => count * 24 * 60 * 60 * 1000;

let pem: Pem;
let otherPem: Pem;

beforeAll(async () => {
  const dates = [new Date(startedAt - days(1)), new Date(startedAt + days(30))] as const;
  pem = await selfSigned(['*.Example.com', 'example.com'], ...dates);
  otherPem = await selfSigned(['other.example.com'], ...dates);
});

const importInto = (world: World, input: object = {}) =>
  importCertificate.perform(
    world,
    { Certificate: pem.certificate, PrivateKey: pem.privateKey, ...input },
    administrator(),
  ).CertificateArn;

const describeIn = (world: World, arn?: string, caller = administrator()) =>
  describeCertificate.perform(world, { CertificateArn: arn }, caller).Certificate;

describe('an imported certificate', () => {
  test('is described by what is in it', () => {
    const world = bareWorld();
    const arn = importInto(world);
    expect(arn).toMatch(/^arn:aws:acm:us-east-1:111111111111:certificate\/[0-9a-f-]{36}$/);
    expect(describeIn(world, arn)).toMatchObject({
      DomainName: '*.example.com',
      SubjectAlternativeNames: ['*.example.com', 'example.com'],
      Status: 'ISSUED',
      Type: 'IMPORTED',
      KeyAlgorithm: 'EC-prime256v1',
      NotAfter: new Date(startedAt + days(30)),
      InUseBy: [],
    });
  });

  test('expires', () => {
    const world = bareWorld();
    const arn = importInto(world);
    world.now = startedAt + days(30);
    expect(describeIn(world, arn)?.Status).toBe('EXPIRED');
  });

  test('can be imported again under its ARN, tags kept', () => {
    const world = bareWorld();
    const arn = importInto(world, { Tags: [{ Key: 'team', Value: 'edge' }] });
    const again = importInto(world, {
      CertificateArn: arn,
      Certificate: otherPem.certificate,
      PrivateKey: otherPem.privateKey,
    });
    expect(again).toBe(arn);
    expect(describeIn(world, arn)?.DomainName).toBe('other.example.com');
    addTagsToCertificate.perform(
      world,
      { CertificateArn: arn, Tags: [{ Key: 'team', Value: 'cdn' }] },
      administrator(),
    );
    expect(listTagsForCertificate.perform(world, { CertificateArn: arn }, administrator()).Tags).toEqual([
      { Key: 'team', Value: 'cdn' },
    ]);
  });

  test('is not there in another region or account', () => {
    const world = bareWorld();
    const arn = importInto(world);
    const elsewhere = [administrator('111111111111', 'eu-west-1'), administrator('222222222222')];
    for (const caller of elsewhere)
      expect(refusal(() => describeIn(world, arn, caller))).toBe(
        `ResourceNotFoundException 400: Could not find certificate ${arn}.`,
      );
  });

  test('cannot be deleted while a distribution carries it', () => {
    const world = bareWorld();
    const arn = importInto(world);
    addDistribution(world, 'd111111abcdef8.cloudfront.net', {
      ViewerCertificate: { ACMCertificateArn: arn },
    });
    expect(describeIn(world, arn)?.InUseBy).toHaveLength(1);
    const remove = () => deleteCertificate.perform(world, { CertificateArn: arn }, administrator());
    expect(refusal(remove)).toBe(
      `ResourceInUseException 400: Certificate ${arn} in account 111111111111 is in use.`,
    );
    world.distributions.clear();
    remove();
    expect(refusal(remove)).toMatch(/^ResourceNotFoundException 400/);
  });
});

describe('ImportCertificate refuses', () => {
  test.each<[string, () => object, RegExp]>([
    [
      'what is no certificate',
      () => ({ Certificate: Buffer.from('x') }),
      /The certificate is not in a valid PEM format/,
    ],
    [
      'what is no key',
      () => ({ PrivateKey: Buffer.from('x') }),
      /The private key is not in a valid PEM format/,
    ],
    ['the key of another certificate', () => ({ PrivateKey: otherPem.privateKey }), /do not match/],
    [
      'the chain in the field of the certificate',
      () => ({ Certificate: Buffer.concat([pem.certificate, Buffer.from('\n'), otherPem.certificate]) }),
      /You can specify only one certificate in this field\./,
    ],
  ])('%s', (_, input, expected) => {
    const said = refusal(() => importInto(bareWorld(), input()));
    expect(said).toMatch(/^ValidationException 400/);
    expect(said).toMatch(expected);
  });

  test('a certificate that is not valid yet', () => {
    const world = bareWorld();
    world.now = startedAt - days(2);
    expect(refusal(() => importInto(world))).toMatch(
      /^ValidationException 400: The certificate is not valid now/,
    );
  });
});
