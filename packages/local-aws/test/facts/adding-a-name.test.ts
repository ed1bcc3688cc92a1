import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import { selfSigned } from '../support/pem';
import { claim, targetIn } from '../world/claim';
import {
  acm,
  aliases,
  certificateFor,
  cname,
  emptyCloud,
  existing,
  messageOf,
  outcome,
  startedAt,
  targetAccount,
  update,
  zoneWith,
} from '../world/cloud';

test('a new name is checked in this order: list, certificate, DNS, uniqueness, and (a guess) quota [documented, observed, inferred]', () => {
  const names = ['taken.example.com', 'b.example.com', 'c.example.com'];
  const { world, target } = targetIn(
    (w) => {
      existing(w, { id: 'EHOLDER', aliases: ['taken.example.com'] });
      zoneWith(w, [cname('taken.example.com', 'eholder.cloudfront.net')]);
    },
    { aliasQuota: 2 },
  );
  const [bad, plain, uncovering] = [
    { Quantity: 9, Items: names },
    { CloudFrontDefaultCertificate: true },
    acm(certificateFor(world, targetAccount, ['other.example.com'])),
  ];
  const attempt = (changes: Partial<DistributionConfig>): string => {
    const answered = update(world, target, changes);
    return `${outcome(answered)}: ${messageOf(answered).slice(0, 60)}`;
  };
  const heard = [
    attempt({ Aliases: bad, ViewerCertificate: plain }),
    attempt({ Aliases: aliases(...names), ViewerCertificate: plain }),
    attempt({ Aliases: aliases(...names), ViewerCertificate: uncovering }),
    attempt({ Aliases: aliases(...names) }),
  ];
  world.hostedZones.clear();
  world.cloudFrontResolverCache.clear();
  heard.push(attempt({ Aliases: aliases(...names) }));
  const holder = world.distributions.get('EHOLDER')!;
  update(world, holder, { Aliases: aliases() });
  heard.push(attempt({ Aliases: aliases(...names) }), attempt({ Aliases: aliases(...names.slice(0, 2)) }));
  expect(heard).toEqual([
    "InconsistentQuantities 400: The value of Quantity and the size of Items don't match. (Di",
    'InvalidViewerCertificate 400: To add an alternate domain name (CNAME) to a CloudFront dist',
    "InvalidViewerCertificate 400: The certificate that is attached to your distribution doesn'",
    'CNAMEAlreadyExists 409: One or more aliases specified for the distribution includes ',
    'CNAMEAlreadyExists 409: One or more of the CNAMEs you provided are already associate',
    'TooManyDistributionCNAMEs 400: Your request contains more CNAMEs than are allowed per distr',
    'ok: ',
  ]);
});

test('the form of a wildcard: a star and a dot at the very front, nowhere else [documented]', () => {
  const outcomes = ['*.example.com', '*a.example.com', 'a.*.example.com', '*.*.example.com'].map((name) =>
    outcome(claim(() => {}, [name])),
  );
  expect(outcomes).toEqual(['ok', ...Array(3).fill('InvalidArgument 400')]);
});

test('a name has no last dot [observed]', () => {
  expect(outcome(claim(() => {}, ['a.example.com.']))).toBe('InvalidArgument 400');
});

test('the transit wildcard needs a certificate that lists that very wildcard [documented]', () => {
  const world = emptyCloud();
  const target = existing(world, { id: 'ETARGET', covers: ['a.example.com', 'b.example.com'] });
  expect(outcome(update(world, target, { Aliases: aliases('*.example.com') }))).toBe(
    'InvalidViewerCertificate 400',
  );
});

test('a self-signed certificate stays with names that are there, and takes no new one [documented]', async () => {
  const { certificate } = await selfSigned(
    ['a.example.com', 'b.example.com'],
    new Date(startedAt - 1000),
    new Date(startedAt + 86_400_000),
  );
  const world = emptyCloud();
  const source = existing(world, {
    id: 'ESOURCE',
    aliases: ['a.example.com'],
    covers: ['a.example.com', 'b.example.com'],
  });
  const arn = source.config.ViewerCertificate!.ACMCertificateArn!;
  const imported = { certificatePem: new TextDecoder().decode(certificate), privateKeyPem: '' };
  world.certificates.set(arn, { ...world.certificates.get(arn)!, type: 'IMPORTED', imported });
  expect(outcome(update(world, source, { Comment: 'changed' }))).toBe('ok');
  const answered = update(world, source, { Aliases: aliases('a.example.com', 'b.example.com') });
  expect(messageOf(answered)).toMatch(/is self-signed/);
});

test('the DNS check looks at new names only, or at all of them with the knob dnsCheckOf [inferred]', () => {
  const change = (dnsCheckOf: 'added' | 'all'): string => {
    const world = emptyCloud({ dnsCheckOf });
    zoneWith(world, [cname('a.example.com', 'dgone.cloudfront.net')]);
    const source = existing(world, { id: 'ESOURCE', aliases: ['a.example.com'] });
    return outcome(update(world, source, { Comment: 'changed' }));
  };
  expect([change('added'), change('all')]).toEqual(['ok', 'CNAMEAlreadyExists 409']);
});
