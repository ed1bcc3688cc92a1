import type { TestRunner } from '@cutover/local-aws';
import { oldPackage } from '../../src/deliver/republish';
import { type Bench, bench, inbox, typeRunBy } from './in-process';
import {
  becomePublisher,
  defaultsIn,
  deliver,
  deliverToPublic,
  greeting,
  keeper,
  publicIn,
  released,
  stageOf,
} from './release';

const one = released('1.0.0');
const two = released('1.1.0');
const kinds = (outcomes: readonly { kind: string }[]): string[] => outcomes.map(({ kind }) => kind);
const failing: TestRunner = async ({ digest }) => ({
  isPassed: digest !== two.sha256,
  description: digest === two.sha256 ? 'contract_update_read failed' : 'all passed',
});
const live = ({ world }: Bench) =>
  [...world.types.values()].flatMap(({ versions }) => versions.filter((each) => !each.isDeprecated));

describe('alpha', () => {
  test('makes a version the default that has passed, and does nothing when it comes again', async () => {
    const here = bench();
    expect(kinds(await deliver(here, 'alpha', one))).toEqual(['delivered']);
    expect(defaultsIn(here.world)).toEqual({ 'us-east-1': one.sha256 });
    here.calls = [];
    expect(kinds(await deliver(here, 'alpha', one))).toEqual(['unchanged']);
    expect(here.calls).toEqual(['GetObject', 'ListTypeVersions']);
  });

  test('leaves the version before the default when the tests fail, and says what failed', async () => {
    const here = bench({ runTests: failing });
    await deliver(here, 'alpha', one);
    const [outcome] = await deliver(here, 'alpha', two);
    expect(outcome).toMatchObject({
      kind: 'failed',
      says: expect.stringMatching(/00000002 failed \(contract_update_read failed\); 00000001 is the default/),
    });
    expect(defaultsIn(here.world)).toEqual({ 'us-east-1': one.sha256 });
  });

  test('deregisters a first version that has failed: it could not help being the default', async () => {
    const here = bench({ runTests: failing });
    const [outcome] = await deliver(here, 'alpha', two);
    expect(outcome).toMatchObject({
      kind: 'failed',
      says: expect.stringContaining('not registered any more'),
    });
    expect(live(here)).toEqual([]);
  });

  test('gives the default back that somebody has given to a version that fails', async () => {
    const here = bench({ runTests: failing });
    await deliver(here, 'alpha', one);
    await deliver(here, 'alpha', two);
    const [type] = here.world.types.values();
    here.world.types.set([...here.world.types.keys()][0]!, { ...type!, defaultVersionId: '00000002' });
    await deliver(here, 'alpha', two);
    expect(defaultsIn(here.world)).toEqual({ 'us-east-1': one.sha256 });
  });

  test('configures a type before its tests, and shows the configuration to nobody', async () => {
    const here = bench();
    const configuration = '{"ApiKey":"{{resolve:secretsmanager:acme/greeting:SecretString:ApiKey}}"}';
    await deliver(here, 'alpha', { ...one, configuration });
    expect([...here.world.typeConfigurations.values()]).toEqual([configuration]);
    const order = here.calls.filter((call) => ['SetTypeConfiguration', 'TestType'].includes(call));
    expect(order).toEqual(['SetTypeConfiguration', 'TestType']);
    expect(here.io.said + JSON.stringify(here.world.calls)).not.toContain('secretsmanager');
  });

  test('says of a type that cannot be packed for the registry what is wrong, and goes on with the others', async () => {
    const here = bench();
    const other = released('1.0.0', 'other', { typeName: 'Acme::Demo::Other', setup: undefined });
    const broken = { ...one, archive: new Uint8Array([1]) };
    const [first, second] = await deliver(here, 'alpha', broken, other);
    expect(first).toMatchObject({ kind: 'failed', says: expect.stringContaining('was not registered') });
    expect(second?.kind).toBe('delivered');
  });
});

describe('beta', () => {
  const withType = (fails?: Parameters<typeof keeper>[0]) => {
    const turns: string[] = [];
    const keep = keeper(fails);
    const here: Bench = bench({
      types: [
        typeRunBy(greeting, (payload) => {
          const digest = defaultsIn(here.world)['us-east-1'];
          turns.push(`${payload.action} ${digest === two.sha256 ? 'two' : 'one'}`);
          return keep(payload);
        }),
      ],
    });
    return { here, turns };
  };
  const changes = (turns: readonly string[]): string[] => turns.filter((turn) => !turn.startsWith('READ'));

  test('updates with the new version what the version before has made', async () => {
    const { here, turns } = withType();
    await deliver(here, 'beta', one);
    turns.length = 0;
    expect(kinds(await deliver(here, 'beta', two))).toEqual(['delivered']);
    expect(changes(turns)).toEqual(['CREATE one', 'UPDATE two', 'DELETE two', 'CREATE two', 'DELETE two']);
    expect(defaultsIn(here.world)).toEqual({ 'us-east-1': two.sha256 });
    const integ = [...here.world.stacks.values()].filter(({ name }) => /upgrade|fresh/.test(name));
    expect(integ.map(({ status }) => status)).toEqual(integ.map(() => 'DELETE_COMPLETE'));
  });

  test.each([
    ['the update fails', 'UPDATE', /could not be updated from the version before \(UPDATE_ROLLBACK/],
    ['a stack of its own fails', 'CREATE', /could not be made or deleted \(ROLLBACK_COMPLETE/],
  ])('gives the default back when %s, and cleans up', async (_what, action, says) => {
    const { here } = withType((payload) =>
      payload.action === action && defaultsIn(here.world)['us-east-1'] === two.sha256 ? 'No.' : undefined,
    );
    await deliver(here, 'beta', one);
    const [outcome] = await deliver(here, 'beta', two);
    expect(outcome).toMatchObject({ kind: 'failed', says: expect.stringMatching(says) });
    expect(outcome?.says).toContain('the version before is the default');
    expect(defaultsIn(here.world)).toEqual({ 'us-east-1': one.sha256 });
    const left = [...here.world.stacks.values()].filter(({ status }) => status !== 'DELETE_COMPLETE');
    expect(left).toEqual([]);
  });

  test('refuses a version whose update is not what the template says', async () => {
    const keep = keeper();
    const here: Bench = bench({
      types: [
        typeRunBy(greeting, (payload) => {
          const turn = keep(payload);
          const isNew = defaultsIn(here.world)['us-east-1'] === two.sha256;
          if (!isNew || payload.action !== 'READ' || turn.kind !== 'answered') return turn;
          return {
            ...turn,
            event: { ...turn.event, resourceModel: { ...turn.event.resourceModel, Name: 'another' } },
          };
        }),
      ],
    });
    await deliver(here, 'beta', one);
    const [outcome] = await deliver(here, 'beta', two);
    expect(outcome).toMatchObject({
      kind: 'failed',
      says: expect.stringContaining('is not what its template'),
    });
    expect(defaultsIn(here.world)).toEqual({ 'us-east-1': one.sha256 });
  });
});

describe('prod', () => {
  const regions = ['us-east-1', 'ap-south-1', 'eu-west-1', 'sa-east-1'];
  const publisher = (options: Parameters<typeof bench>[0] = {}): Bench => {
    const here = bench(options);
    becomePublisher(here, regions);
    return here;
  };

  test('publishes everywhere, the first time under 1.0.0, and only what has changed', async () => {
    const here = publisher();
    expect(kinds(await deliverToPublic(here, { regions }, one))).toEqual(['delivered']);
    expect(publicIn(here.world)).toEqual(regions.map((each) => `${each} 1.0.0`).sort());
    expect(kinds(await deliverToPublic(here, { regions }, two))).toEqual(['delivered']);
    expect(publicIn(here.world)).toEqual(regions.map((each) => `${each} 1.0.0 1.1.0`).sort());
    const publications = here.world.calls.filter(({ operation }) => operation === 'PublishType').length;
    expect(kinds(await deliverToPublic(here, { regions }, two))).toEqual(['unchanged']);
    expect(here.world.calls.filter(({ operation }) => operation === 'PublishType')).toHaveLength(
      publications,
    );
  });

  test('activates the canary’s publication before any other region has it', async () => {
    const here = publisher();
    await deliverToPublic(here, { regions }, one);
    const order = here.world.calls.flatMap(({ operation, outcome }) =>
      outcome === 'ok' && ['PublishType', 'ActivateType', 'DeactivateType'].includes(operation)
        ? [operation]
        : [],
    );
    expect(order).toEqual(['PublishType', 'ActivateType', 'DeactivateType', ...Array(3).fill('PublishType')]);
    expect([...here.world.activations]).toEqual([]);
  });

  test('publishes nothing as long as that is off, and tests everything', async () => {
    const here = publisher();
    const [outcome] = await deliverToPublic(here, { regions, publish: false }, one);
    expect(outcome).toMatchObject({ kind: 'delivered', says: 'tested, not published, in 4 regions' });
    expect(publicIn(here.world)).toEqual([]);
    expect(here.world.calls.filter(({ operation }) => operation === 'TestType')).toHaveLength(4);
    expect(kinds(await deliverToPublic(here, { regions }, one))).toEqual(['delivered']);
    expect(publicIn(here.world)).toHaveLength(4);
  });

  test('stops at the canary when its tests fail, and nothing has changed for anybody', async () => {
    const here = publisher({ runTests: failing });
    await deliverToPublic(here, { regions }, one);
    const [outcome] = await deliverToPublic(here, { regions }, two);
    expect(outcome).toMatchObject({
      kind: 'failed',
      says: expect.stringMatching(/us-east-1: .*contract_update_read failed.*other regions were not touched/),
    });
    expect(publicIn(here.world)).toEqual(regions.map((each) => `${each} 1.0.0`).sort());
    expect(Object.values(defaultsIn(here.world))).toEqual(regions.map(() => one.sha256));
  });

  test('publishes nothing of a type whose bytes differ under a public number', async () => {
    const here = publisher();
    await deliverToPublic(here, { regions }, one);
    await deliverToPublic(here, { regions }, two);
    const [outcome] = await deliverToPublic(here, { regions }, released('1.1.0', 'other bytes'));
    expect(outcome).toMatchObject({ kind: 'failed', says: expect.stringContaining('raise the version') });
    expect(publicIn(here.world)).toEqual(regions.map((each) => `${each} 1.0.0 1.1.0`).sort());
  });

  test('brings a region that is new in the list to where the others are', async () => {
    const here = publisher();
    const three = regions.slice(0, 3);
    await deliverToPublic(here, { regions: three }, one);
    await deliverToPublic(here, { regions: three }, two);
    expect(kinds(await deliverToPublic(here, { regions }, two))).toEqual(['delivered']);
    expect(publicIn(here.world)).toContain('sa-east-1 1.0.0');
    expect(kinds(await deliverToPublic(here, { regions }, two))).toEqual(['unchanged']);
  });

  test('goes back to an old package under a new number', async () => {
    const here = publisher();
    await deliverToPublic(here, { regions }, one);
    await deliverToPublic(here, { regions }, two);
    const stage = stageOf(here, 'prod');
    const old = await oldPackage(stage, one, one.sha256, '1.1.1');
    expect(kinds(await deliverToPublic(here, { regions }, old))).toEqual(['delivered']);
    const last = [...here.world.publicTypes.values()].map(({ versions }) => versions.at(-1));
    expect(last).toEqual(regions.map(() => expect.objectContaining({ number: '1.1.1', digest: one.sha256 })));
    await expect(oldPackage(stage, one, 'f00', '1.1.2')).rejects.toThrow('there is no packages/');
  });

  test('configures a type in every region before it is tested there', async () => {
    const here = publisher();
    const configuration = '{"ApiKey":"{{resolve:secretsmanager:acme/greeting:SecretString:ApiKey}}"}';
    expect(kinds(await deliverToPublic(here, { regions }, { ...one, configuration }))).toEqual(['delivered']);
    expect(publicIn(here.world)).toHaveLength(4);
    const order = here.world.calls
      .map(({ operation }) => operation)
      .filter((each) => ['SetTypeConfiguration', 'TestType'].includes(each));
    expect(order.slice(0, 2)).toEqual(['SetTypeConfiguration', 'TestType']);
    expect(here.world.typeConfigurations.size).toBe(4);
  });
});

test('what a stage keeps is in its inbox', async () => {
  const here = bench();
  await deliver(here, 'alpha', one);
  expect([...here.world.buckets.get(inbox)!.objects.keys()].sort()).toEqual([
    `packages/acme-demo-greeting/${one.sha256}.zip`,
    'receipts/acme-demo-greeting.json',
  ]);
});
