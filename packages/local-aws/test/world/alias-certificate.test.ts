import { advance } from '../../src/world/advance';
import type { World } from '../../src/world/world';
import { selfSigned } from '../support/pem';
import {
  acm,
  aliases,
  certificateFor,
  cname,
  emptyCloud,
  existing,
  messageOf,
  outcome,
  sourceAccount,
  startedAt,
  targetAccount,
  update,
  zoneWith,
} from './cloud';

const pemOf = async (name: string): Promise<string> => {
  const { certificate } = await selfSigned(
    [name],
    new Date(startedAt - 1000),
    new Date(startedAt + 86_400_000),
  );
  return new TextDecoder().decode(certificate);
};

describe('the certificate of a distribution that claims a name', () => {
  const onto = (viewer: (world: World) => object | undefined, names = ['a.example.com']) => {
    const world = emptyCloud();
    const plain = existing(world, { account: targetAccount, id: 'EPLAIN' });
    const ViewerCertificate = viewer(world);
    return update(world, plain, {
      Aliases: aliases(...names),
      ...(ViewerCertificate && { ViewerCertificate }),
    });
  };
  const missing = /^To add an alternate domain name \(CNAME\).* you must attach a trusted certificate/;
  const unusable = /^The specified SSL certificate doesn't exist, isn't in us-east-1 region/;
  const uncovered = /doesn't cover the alternate domain name \(CNAME\) that you're trying to add/;
  const faults: [string, (world: World) => object | undefined, RegExp][] = [
    ["is CloudFront's own", () => undefined, missing],
    ['does not exist', () => acm('arn:aws:acm:us-east-1:310123456789:certificate/none'), unusable],
    [
      'is in another region',
      (world) => acm(certificateFor(world, targetAccount, ['a.example.com'], 'eu-central-1')),
      unusable,
    ],
    [
      "is another account's",
      (world) => acm(certificateFor(world, sourceAccount, ['a.example.com'])),
      unusable,
    ],
    [
      'covers another name only',
      (world) => acm(certificateFor(world, targetAccount, ['b.example.com'])),
      uncovered,
    ],
    [
      'covers the apex only',
      (world) => acm(certificateFor(world, targetAccount, ['example.com'])),
      uncovered,
    ],
  ];
  test.each(faults)('%s', (_sentence, viewer, message) => {
    const answered = onto(viewer);
    expect(outcome(answered)).toBe('InvalidViewerCertificate 400');
    expect(messageOf(answered)).toMatch(message);
  });

  test('may be attached without any alias, and in the update that adds one', () => {
    const world = emptyCloud();
    const plain = existing(world, { account: targetAccount, id: 'EPLAIN' });
    const ViewerCertificate = acm(certificateFor(world, targetAccount, ['*.example.com']));
    expect(outcome(update(world, plain, { ViewerCertificate }))).toBe('ok');
    expect(outcome(update(world, plain, { Aliases: aliases('*.example.com') }))).toBe('ok');
  });

  test('cannot be taken away while there are aliases', () => {
    const world = emptyCloud();
    const source = existing(world, { id: 'ESOURCE', aliases: ['a.example.com'] });
    const answered = update(world, source, { ViewerCertificate: { CloudFrontDefaultCertificate: true } });
    expect(messageOf(answered)).toMatch(missing);
  });

  test('that expires is refused for new names, and left alone on old ones', () => {
    const world = emptyCloud();
    const source = existing(world, {
      id: 'ESOURCE',
      aliases: ['a.example.com'],
      covers: ['*.example.com'],
    });
    advance(world, startedAt + 366 * 86_400_000);
    expect(outcome(update(world, source, { Comment: 'still here' }))).toBe('ok');
    const answered = update(world, source, { Aliases: aliases('a.example.com', 'b.example.com') });
    expect(messageOf(answered)).toMatch(/expired on 2027-01-01/);
  });

  test('that vouches for itself is trusted by nobody', async () => {
    const pem = await pemOf('a.example.com');
    const answered = onto((world) => {
      const arn = certificateFor(world, targetAccount, ['a.example.com']);
      const imported = { certificatePem: pem, privateKeyPem: '' };
      world.certificates.set(arn, { ...world.certificates.get(arn)!, type: 'IMPORTED', imported });
      return acm(arn);
    });
    expect(messageOf(answered)).toMatch(/is self-signed/);
  });

  test('with six certificates in its chain is told so before anything else about it', async () => {
    const pem = await pemOf('issuer.example.com');
    const answered = onto((world) => {
      const arn = certificateFor(world, targetAccount, ['b.example.com']);
      const imported = { certificatePem: pem, privateKeyPem: '', chainPem: `${pem}\n`.repeat(6) };
      world.certificates.set(arn, { ...world.certificates.get(arn)!, imported });
      return acm(arn);
    });
    expect(messageOf(answered)).toMatch(/too many certificates in the certificate chain/);
  });

  test('comes before DNS and uniqueness', () => {
    const world = emptyCloud();
    existing(world, { id: 'ESOURCE', aliases: ['a.example.com'] });
    zoneWith(world, [cname('a.example.com', 'esource.cloudfront.net')]);
    const plain = existing(world, { account: targetAccount, id: 'EPLAIN' });
    expect(outcome(update(world, plain, { Aliases: aliases('a.example.com') }))).toBe(
      'InvalidViewerCertificate 400',
    );
  });
});
