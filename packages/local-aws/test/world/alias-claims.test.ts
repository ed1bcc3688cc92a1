import { advance } from '../../src/world/advance';
import type { Knobs } from '../../src/world/knobs';
import type { World } from '../../src/world/world';
import { claim, targetIn } from './claim';
import {
  acm,
  aliases,
  ask,
  certificateFor,
  emptyCloud,
  existing,
  messageOf,
  namesOn,
  outcome,
  smallConfig,
  startedAt,
  targetAccount,
  update,
} from './cloud';

const heldMessage =
  'One or more of the CNAMEs you provided are already associated with a different resource.';
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
