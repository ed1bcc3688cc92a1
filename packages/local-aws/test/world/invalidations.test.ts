import { advance } from '../../src/world/advance';
import type { Answer } from '../../src/world/operation';
import type { World } from '../../src/world/world';
import { ask, emptyCloud, existing, outcome, sourceAccount, startedAt, targetAccount, told } from './cloud';

let world: World;

beforeEach(() => {
  world = emptyCloud();
  existing(world, { id: 'E1' });
});

interface Batch {
  readonly paths?: string[];
  readonly reference?: string;
  readonly id?: string;
  readonly account?: string;
  readonly quantity?: number;
}

const create = (batch: Batch = {}) => {
  const { paths = ['/*'], reference = 'one', id = 'E1', account = sourceAccount } = batch;
  return ask(
    world,
    'CreateInvalidation',
    {
      DistributionId: id,
      InvalidationBatch: {
        CallerReference: reference,
        Paths: { Quantity: batch.quantity ?? paths.length, Items: paths },
      },
    },
    account,
  );
};
const get = (Id: string, DistributionId = 'E1') => ask(world, 'GetInvalidation', { DistributionId, Id });
const files = (count: number, from = 0) => Array.from({ length: count }, (_, i) => `/file-${from + i}`);
const wildcards = (count: number, from = 0) => files(count, from).map((path) => `${path}/*`);

const idOf = (answer: Answer): string => told<{ Invalidation: { Id: string } }>(answer).Invalidation.Id;
const later = (): void => advance(world, world.now + 600_000);

describe('an invalidation', () => {
  test('is InProgress, then Completed', () => {
    const created = create();
    expect(told(created)).toMatchObject({
      Location: expect.stringContaining(`/2020-05-31/distribution/E1/invalidation/${idOf(created)}`),
      Invalidation: {
        Status: 'InProgress',
        CreateTime: new Date(startedAt),
        InvalidationBatch: { CallerReference: 'one', Paths: { Quantity: 1, Items: ['/*'] } },
      },
    });
    later();
    expect(told(get(idOf(created)))).toMatchObject({ Invalidation: { Status: 'Completed' } });
  });

  test('reaches each edge in its turn, and counts in GetDistribution until the last has it', () => {
    create({ paths: ['/a', '/b/*'] });
    const count = () =>
      told<{ Distribution: { InProgressInvalidationBatches: number } }>(
        ask(world, 'GetDistribution', { Id: 'E1' }),
      ).Distribution.InProgressInvalidationBatches;
    const [edge] = world.edges;
    expect(edge?.invalidated).toEqual([]);
    expect(count()).toBe(1);
    const at = edge?.queue[0]?.appliesAt ?? 0;
    advance(world, at);
    expect(edge?.invalidated).toEqual([{ distributionId: 'E1', paths: ['/a', '/b/*'], at }]);
    expect(count()).toBe(1);
    later();
    expect(count()).toBe(0);
  });

  test('leaves the distribution Deployed', () => {
    create();
    expect(told(ask(world, 'GetDistribution', { Id: 'E1' }))).toMatchObject({
      Distribution: { Status: 'Deployed' },
    });
  });

  test('with a CallerReference and paths of before is the one of before', () => {
    const first = create();
    expect(idOf(create())).toBe(idOf(first));
    expect(world.invalidations.size).toBe(1);
  });

  test('of one distribution is not there for another', () => {
    existing(world, { id: 'E2' });
    const id = idOf(create());
    expect(outcome(get(id, 'E2'))).toMatch(/^NoSuchInvalidation /);
  });
});

describe('an invalidation is refused', () => {
  test.each<[sentence: string, batch: Batch, failure: string]>([
    ['for a path without its first /', { paths: ['index.html'] }, 'InvalidArgument 400'],
    ['for a wildcard within a path', { paths: ['/images/*.jpg'] }, 'InvalidArgument 400'],
    ['for no path at all', { paths: [] }, 'InvalidArgument 400'],
    ['for a path of more than 4,000 characters', { paths: [`/${'a'.repeat(4000)}`] }, 'InvalidArgument 400'],
    ['when the quantity is not the number of items', { quantity: 2 }, 'InconsistentQuantities 400'],
    ['for more than 3,000 files at once', { paths: files(3001) }, 'BatchTooLarge 413'],
    ['for more than 15 wildcards at once', { paths: wildcards(16) }, 'TooManyInvalidationsInProgress 400'],
    ['for a distribution of another account', { account: targetAccount }, 'NoSuchDistribution 404'],
  ])('%s', (_, batch, failure) => {
    expect(outcome(create(batch))).toBe(failure);
    expect(world.invalidations.size).toBe(0);
  });

  test('for a CallerReference of before with other paths', () => {
    create();
    expect(outcome(create({ paths: ['/b'] }))).toMatch(/^InvalidationBatchAlreadyExists /);
  });

  test('while too many files of the distribution are under way, and no longer', () => {
    create({ paths: files(2999), reference: 'one' });
    create({ paths: ['/last'], reference: 'two' });
    expect(outcome(create({ paths: ['/more'], reference: 'three' }))).toMatch(
      /^TooManyInvalidationsInProgress /,
    );
    existing(world, { id: 'E2' });
    expect(outcome(create({ id: 'E2', paths: ['/more'], reference: 'three' }))).toBe('ok');
    later();
    expect(outcome(create({ paths: ['/more'], reference: 'three' }))).toBe('ok');
  });

  test('while too many wildcards are under way; files count for themselves', () => {
    create({ paths: wildcards(15), reference: 'one' });
    create({ paths: files(3000), reference: 'two' });
    expect(outcome(create({ paths: ['/*'], reference: 'three' }))).toMatch(
      /^TooManyInvalidationsInProgress /,
    );
  });
});

test('the list has the newest first, page by page', () => {
  for (const reference of ['one', 'two', 'three']) create({ reference, paths: [`/${reference}`] });
  const list = (query: object) =>
    told<{ InvalidationList: ListPage }>(ask(world, 'ListInvalidations', { DistributionId: 'E1', ...query }))
      .InvalidationList;
  const first = list({ MaxItems: 2 });
  const ids = [...world.invalidations.keys()].reverse();
  expect(first).toMatchObject({ Quantity: 2, IsTruncated: true, MaxItems: 2 });
  expect(first.Items?.map(({ Id }) => Id)).toEqual(ids.slice(0, 2));
  const rest = list({ MaxItems: 2, Marker: first.NextMarker });
  expect(rest).toMatchObject({ Quantity: 1, IsTruncated: false });
  expect(rest.Items).toEqual([{ Id: ids[2], Status: 'InProgress', CreateTime: new Date(startedAt) }]);
});

interface ListPage {
  readonly Items?: { readonly Id: string }[];
  readonly NextMarker?: string;
}
