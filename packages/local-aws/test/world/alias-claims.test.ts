import { advance } from '../../src/world/advance';
import type { Knobs } from '../../src/world/knobs';
import type { World } from '../../src/world/world';
import { selfSigned } from '../support/pem';
import {
  acm,
  aliases,
  ask,
  certificateFor,
  cname,
  emptyCloud,
  existing,
  messageOf,
  namesOn,
  outcome,
  smallConfig,
  sourceAccount,
  startedAt,
  targetAccount,
  update,
  zoneWith,
} from './cloud';

const heldMessage =
  'One or more of the CNAMEs you provided are already associated with a different resource.';
const dnsMessage =
  'One or more aliases specified for the distribution includes an incorrectly configured DNS record that points to another CloudFront distribution. You must update the DNS record to correct the problem. For more information, see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html#alternate-domain-names-restrictions';

const pemOf = async (name: string): Promise<string> => {
  const { certificate } = await selfSigned(
    [name],
    new Date(startedAt - 1000),
    new Date(startedAt + 86_400_000),
  );
  return new TextDecoder().decode(certificate);
};

/** A target whose certificate covers everything under example.com, in a world that the test furnishes. */
function targetIn(furnish: (world: World) => void, knobs: Partial<Knobs> = {}) {
  const world = emptyCloud(knobs);
  furnish(world);
  const target = existing(world, {
    account: targetAccount,
    id: 'ETARGET',
    covers: ['*.example.com', '*.a.example.com', 'example.com'],
  });
  return { world, target };
}

const claim = (furnish: (world: World) => void, names: string[], knobs: Partial<Knobs> = {}) => {
  const { world, target } = targetIn(furnish, knobs);
  return update(world, target, { Aliases: aliases(...names) });
};

describe('a name is held by one distribution in all accounts', () => {
  const held: [string, (world: World) => void, string, string][] = [
    ['nobody has it', () => {}, 'a.example.com', 'ok'],
    [
      'another account has it',
      (world) => existing(world, { id: 'ESOURCE', aliases: ['a.example.com'] }),
      'a.example.com',
      'CNAMEAlreadyExists 409',
    ],
    [
      'the same account has it',
      (world) => existing(world, { account: targetAccount, id: 'EOTHER', aliases: ['a.example.com'] }),
      'a.example.com',
      'CNAMEAlreadyExists 409',
    ],
    [
      'a disabled distribution has it',
      (world) => existing(world, { id: 'ESOURCE', aliases: ['a.example.com'], config: { Enabled: false } }),
      'a.example.com',
      'CNAMEAlreadyExists 409',
    ],
    [
      'another account has the wildcard above it',
      (world) => existing(world, { id: 'ESOURCE', aliases: ['*.example.com'] }),
      'a.example.com',
      'ok',
    ],
    [
      'another account has a name under the wildcard that is claimed',
      (world) => existing(world, { id: 'ESOURCE', aliases: ['a.example.com'] }),
      '*.example.com',
      'ok',
    ],
    [
      'somebody has the very wildcard',
      (world) => existing(world, { id: 'ESOURCE', aliases: ['*.example.com'] }),
      '*.example.com',
      'CNAMEAlreadyExists 409',
    ],
  ];
  test.each(held)('%s', (_sentence, furnish, name, expected) => {
    expect(outcome(claim(furnish, [name]))).toBe(expected);
  });

  test('the refusal says so in the words that tell it from the DNS one', () => {
    const answered = claim(
      (world) => existing(world, { id: 'ESOURCE', aliases: ['a.example.com'] }),
      ['a.example.com'],
    );
    expect(messageOf(answered)).toBe(heldMessage);
  });

  test('a refused claim leaves everything as it was, ETag included', () => {
    const { world, target } = targetIn((w) => existing(w, { id: 'ESOURCE', aliases: ['a.example.com'] }));
    const before = { ...target };
    const sequence = world.sequence;
    update(world, target, { Aliases: aliases('a.example.com') });
    expect(target).toEqual(before);
    expect(world.sequence).toBe(sequence);
    expect(world.edges.every((edge) => edge.queue.length === 0)).toBe(true);
  });
});

describe('a name that was given up', () => {
  const giveUpThenClaim = (releaseAt: Knobs['releaseAt'], seconds: number) => {
    const { world, target } = targetIn((w) => existing(w, { id: 'ESOURCE', aliases: ['a.example.com'] }), {
      releaseAt,
    });
    update(world, world.distributions.get('ESOURCE')!, { Aliases: aliases() });
    advance(world, startedAt + seconds * 1000);
    return outcome(update(world, target, { Aliases: aliases('a.example.com') }));
  };

  test.each([
    ['accept', 0, 'ok', 'is free at once'],
    ['deployed', 0, 'CNAMEAlreadyExists 409', 'is held until the removal is deployed'],
    ['deployed', 400, 'ok', 'and free then'],
  ] as const)('releaseAt %s, after %d s: %s (%s)', (releaseAt, seconds, expected, _why) => {
    expect(giveUpThenClaim(releaseAt, seconds)).toBe(expected);
  });

  test('releaseAt deployed: can be taken back by the one that gave it up', () => {
    const { world } = targetIn((w) => existing(w, { id: 'ESOURCE', aliases: ['a.example.com'] }), {
      releaseAt: 'deployed',
    });
    const source = world.distributions.get('ESOURCE')!;
    update(world, source, { Aliases: aliases() });
    expect(outcome(update(world, source, { Aliases: aliases('a.example.com') }))).toBe('ok');
  });
});

describe("CloudFront's DNS check of an added name", () => {
  const alias = (name: string, target: string) => ({
    Name: name,
    Type: 'A' as const,
    AliasTarget: { HostedZoneId: 'Z2FDTNDATAQYW2', DNSName: target, EvaluateTargetHealth: false },
  });
  const records: [string, Parameters<typeof zoneWith>[1], Partial<Knobs>, string][] = [
    ['no record at all', [], {}, 'ok'],
    ['a CNAME to the target itself', [cname('a.example.com', 'etarget.cloudfront.net')], {}, 'ok'],
    ['a CNAME away from CloudFront', [cname('a.example.com', 'proxy.example.net')], {}, 'ok'],
    [
      'a CNAME to another distribution, which need not exist any more',
      [cname('a.example.com', 'dgone.cloudfront.net')],
      {},
      'CNAMEAlreadyExists 409',
    ],
    [
      'a chain of CNAMEs that ends at another distribution',
      [cname('a.example.com', 'b.example.com'), cname('b.example.com', 'dgone.cloudfront.net')],
      {},
      'CNAMEAlreadyExists 409',
    ],
    [
      'a wildcard record to another distribution',
      [cname('*.example.com', 'dgone.cloudfront.net')],
      {},
      'CNAMEAlreadyExists 409',
    ],
    [
      'a wildcard record, and a more specific one as the way out',
      [cname('*.example.com', 'dgone.cloudfront.net'), cname('a.example.com', 'etarget.cloudfront.net')],
      {},
      'ok',
    ],
    [
      'a Route 53 ALIAS to another distribution hides it',
      [alias('a.example.com', 'dgone.cloudfront.net')],
      {},
      'ok',
    ],
    [
      'unless the knob dnsCheckSeesAlias is on',
      [alias('a.example.com', 'dgone.cloudfront.net')],
      { dnsCheckSeesAlias: true },
      'CNAMEAlreadyExists 409',
    ],
    [
      'an ALIAS to the target itself, with the knob on',
      [alias('a.example.com', 'etarget.cloudfront.net')],
      { dnsCheckSeesAlias: true },
      'ok',
    ],
  ];
  test.each(records)('%s', (_sentence, sets, knobs, expected) => {
    expect(outcome(claim((world) => zoneWith(world, sets), ['a.example.com'], knobs))).toBe(expected);
  });

  test('refuses a wildcard that a wildcard record sends to another distribution', () => {
    const furnish = (world: World) => void zoneWith(world, [cname('*.example.com', 'dgone.cloudfront.net')]);
    expect(outcome(claim(furnish, ['*.example.com']))).toBe('CNAMEAlreadyExists 409');
  });

  test('comes before uniqueness: of both problems DNS is told first', () => {
    const answered = claim(
      (world) => {
        existing(world, { id: 'ESOURCE', aliases: ['a.example.com'] });
        zoneWith(world, [cname('a.example.com', 'esource.cloudfront.net')]);
      },
      ['a.example.com'],
    );
    expect(messageOf(answered)).toBe(dnsMessage);
  });

  test('does not look at names that the distribution has already', () => {
    const world = emptyCloud();
    zoneWith(world, [cname('a.example.com', 'dgone.cloudfront.net')]);
    const source = existing(world, { id: 'ESOURCE', aliases: ['a.example.com'] });
    expect(outcome(update(world, source, { Comment: 'changed' }))).toBe('ok');
  });

  test('refuses the way back once DNS has moved on', () => {
    const world = emptyCloud();
    zoneWith(world, [cname('a.example.com', 'etarget.cloudfront.net')]);
    const source = existing(world, { id: 'ESOURCE', aliases: ['a.example.com'] });
    update(world, source, { Aliases: aliases() });
    expect(messageOf(update(world, source, { Aliases: aliases('a.example.com') }))).toBe(dnsMessage);
  });

  test('believes what it looked up before until that expires', () => {
    const { world, target } = targetIn((w) => zoneWith(w, [cname('a.example.com', 'dgone.cloudfront.net')]));
    const change = () => outcome(update(world, target, { Aliases: aliases('a.example.com') }));
    expect(change()).toBe('CNAMEAlreadyExists 409');
    const zone = world.hostedZones.get('Zexample.com')!;
    zone.published = zone.published.map((set) =>
      set.Type === 'CNAME' ? cname('a.example.com.', 'etarget.cloudfront.net') : set,
    );
    advance(world, startedAt + 299_000);
    expect(change()).toBe('CNAMEAlreadyExists 409');
    advance(world, startedAt + 301_000);
    expect(change()).toBe('ok');
  });
});

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

describe('the list of aliases', () => {
  const bodies: [string, { Quantity: number; Items?: string[] }, string][] = [
    ['counts itself wrongly', { Quantity: 2, Items: ['a.example.com'] }, 'InconsistentQuantities 400'],
    ['counts names that are not there', { Quantity: 1 }, 'InconsistentQuantities 400'],
    ['has an upper case name', aliases('A.example.com'), 'InvalidArgument 400'],
    ['has a name with a last dot', aliases('a.example.com.'), 'InvalidArgument 400'],
    ['has a wildcard inside a label', aliases('*a.example.com'), 'InvalidArgument 400'],
    ['has a name twice', aliases('a.example.com', 'a.example.com'), 'InvalidArgument 400'],
  ];
  test.each(bodies)('%s', (_sentence, Aliases, expected) => {
    const { world, target } = targetIn(() => {});
    expect(outcome(update(world, target, { Aliases }))).toBe(expected);
  });

  test('has a hundred names at most', () => {
    const names = (count: number) => Array.from({ length: count }, (_, n) => `n${n}.example.com`);
    expect(outcome(claim(() => {}, names(100)))).toBe('ok');
    expect(outcome(claim(() => {}, names(101)))).toBe('TooManyDistributionCNAMEs 400');
  });

  test('is over the quota only after every name proved to be free', () => {
    const names = Array.from({ length: 101 }, (_, n) => `n${n}.example.com`);
    const answered = claim(
      (world) => existing(world, { id: 'ESOURCE', aliases: ['n100.example.com'] }),
      names,
    );
    expect(messageOf(answered)).toBe(heldMessage);
  });
});

test('CreateDistribution makes the same checks', () => {
  const world = emptyCloud();
  existing(world, { id: 'ESOURCE', aliases: ['a.example.com'] });
  const ViewerCertificate = acm(certificateFor(world, targetAccount, ['a.example.com']));
  const create = (names: string[]) =>
    ask(
      world,
      'CreateDistribution',
      { DistributionConfig: smallConfig({ Aliases: aliases(...names), ViewerCertificate }) },
      targetAccount,
    );
  expect(messageOf(create(['a.example.com']))).toBe(heldMessage);
  expect(outcome(create(['b.example.com']))).toBe('InvalidViewerCertificate 400');
});

test('the history of owners follows what is accepted, not what is deployed', () => {
  const { world, target } = targetIn((w) => existing(w, { id: 'ESOURCE', aliases: ['a.example.com'] }));
  const source = world.distributions.get('ESOURCE')!;
  advance(world, startedAt + 10_000);
  update(world, source, { Aliases: aliases() });
  advance(world, startedAt + 11_000);
  update(world, target, { Aliases: aliases('a.example.com') });
  expect(namesOn(target)).toEqual(['a.example.com']);
  expect(world.ownerHistory.map(({ at, ...change }) => [at - startedAt, change.distributionId])).toEqual([
    [0, 'ESOURCE'],
    [10_000, undefined],
    [11_000, 'ETARGET'],
  ]);
});
