import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeOrders } from '../../src/stack/orders';
import { answer } from '../../src/world/gate';
import type { TestRunner } from '../../src/world/registry/tests';
import { seedBucket, seedObject } from '../../src/world/s3/seed';
import { addPackage, greeting } from '../support/type-package';
import { account, type Place, place, region } from './support';

const publishTemplate = readFileSync(join(__dirname, '../../../../release/publish.yml'), 'utf8');
const regions = ['ap-south-1', 'eu-west-1', 'us-east-1'];
const passes: TestRunner = async () => ({ isPassed: true, description: 'all passed' });

/** What the tests read of outputs. */
interface Told {
  readonly OperationId: string;
  readonly Summaries: readonly Record<string, string>[];
  readonly StackSetOperation: Record<string, string>;
}

function ask(here: Place, operation: string, input: object, inRegion = region): Told {
  const caller = { accountId: account, region: inRegion };
  const request = { service: 'cloudformation', operation, input, caller, actor: 'test', into: 0 } as const;
  const given = here.answer(here.world, request);
  const told = given.kind === 'failure' ? `${given.code}: ${given.message}` : given.kind;
  return (given.kind === 'output' ? given.output : told) as Told;
}

/** Carries out what was ordered, and lets an hour pass. */
async function pass(here: Place, runTests: TestRunner = passes): Promise<void> {
  await takeOrders(here, runTests);
  for (let minute = 0; minute < 60; minute++) {
    await here.timeline.runTo(here.timeline.now() + 60_000);
    await takeOrders(here, runTests);
  }
}

const parameters = (values: Record<string, string>) =>
  Object.entries(values).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }));

/** A publisher in all regions, with a stack set of release/publish.yml. */
function publisher(options: Parameters<typeof place>[0] = {}): Place {
  const here = place(options);
  for (const each of regions) ask(here, 'RegisterPublisher', { AcceptTermsAndConditions: true }, each);
  ask(here, 'CreateStackSet', {
    StackSetName: 'greeting',
    TemplateBody: publishTemplate,
    Parameters: parameters({
      TypeName: greeting,
      SchemaHandlerPackage: packageNamed(here, 'one'),
      ExecutionRoleArn: 'arn:aws:iam::310123456789:role/handlers',
      LogDeliveryBucket: 'logs',
    }),
  });
  return here;
}

/** Other bytes than a package of another name. */
function packageNamed(here: Place, name: string): string {
  const url = addPackage(here.world, account, greeting, `${name}.zip`);
  const bucket = here.world.buckets.get(`packages-${account}`)!;
  const body = Buffer.concat([bucket.objects.get(`${name}.zip`)![0]!.body, Buffer.from(name)]);
  seedObject(here.world, bucket.name, `${name}.zip`, { body });
  return url;
}

const begin = (here: Place, operation: string, overrides: Record<string, string>, more: object = {}): Told =>
  ask(here, operation, {
    StackSetName: 'greeting',
    Accounts: [account],
    Regions: regions,
    ParameterOverrides: parameters(overrides),
    ...more,
  });

const published = (here: Place): string[] =>
  [...here.world.publicTypes.values()]
    .map((type) => `${type.region} ${type.versions.map(({ number }) => number).join(' ')}`)
    .sort();
const results = (here: Place, OperationId: string): string[] =>
  ask(here, 'ListStackSetOperationResults', { StackSetName: 'greeting', OperationId }).Summaries.map(
    ({ Region, Status }) => `${Region} ${Status}`,
  );
const statusOf = (here: Place, OperationId: string): string | undefined =>
  ask(here, 'DescribeStackSetOperation', { StackSetName: 'greeting', OperationId }).StackSetOperation.Status;

describe('release/publish.yml as a stack set', () => {
  test('publishes a type in every region, and the next version after it', async () => {
    const here = publisher();
    begin(here, 'CreateStackInstances', { PublicVersion: 'first' }, inParallel(1));
    await pass(here);
    expect(published(here)).toEqual(regions.map((each) => `${each} 1.0.0`));
    const next = { PublicVersion: '1.1.0', SchemaHandlerPackage: packageNamed(here, 'two') };
    const { OperationId } = begin(here, 'UpdateStackInstances', next, inParallel(1));
    await pass(here);
    expect([statusOf(here, OperationId), published(here)]).toEqual([
      'SUCCEEDED',
      regions.map((each) => `${each} 1.0.0 1.1.0`),
    ]);
    const live = [...here.world.types.values()].map(({ versions }) =>
      versions.filter((v) => !v.isDeprecated),
    );
    expect(live.map((each) => each.length)).toEqual([1, 1, 1]);
  });

  test('publishes nothing twice', async () => {
    const here = publisher();
    begin(here, 'CreateStackInstances', { PublicVersion: 'first' }, inParallel(1));
    await pass(here);
    const { OperationId } = begin(here, 'UpdateStackInstances', { PublicVersion: 'first' }, inParallel(1));
    await pass(here);
    expect(statusOf(here, OperationId)).toBe('SUCCEEDED');
    expect(published(here)).toHaveLength(3);
  });

  test('goes back to the version before where the tests fail', async () => {
    const here = publisher();
    begin(here, 'CreateStackInstances', { PublicVersion: 'first' }, inParallel(1));
    await pass(here);
    const next = { PublicVersion: '1.1.0', SchemaHandlerPackage: packageNamed(here, 'two') };
    begin(here, 'UpdateStackInstances', next, inParallel(1));
    await pass(here, async () => ({ isPassed: false, description: 'contract_update_read failed' }));
    const { Summaries } = ask(here, 'ListStackInstances', { StackSetName: 'greeting' });
    expect(Summaries[0]).toMatchObject({
      Status: 'OUTDATED',
      StatusReason: expect.stringContaining('contract_update_read failed'),
    });
    const types = [...here.world.types.values()];
    expect(types.map(({ defaultVersionId }) => defaultVersionId)).toEqual(types.map(() => '00000001'));
    expect(published(here)).toEqual(regions.map((each) => `${each} 1.0.0`));
  });

  test('makes the fixture of the tests before them, from an object in S3', async () => {
    const here = publisher();
    const fixture = `Resources: { Note: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: x } } }
Outputs: { Note: { Value: !Ref Note, Export: { Name: 'Greeting:Note' } } }`;
    seedBucket(here.world, { name: 'fixtures', accountId: account });
    seedObject(here.world, 'fixtures', 'setup.yml', { body: new TextEncoder().encode(fixture) });
    const FixtureTemplateUrl = 'https://fixtures.s3.us-east-1.amazonaws.com/setup.yml';
    begin(here, 'CreateStackInstances', { PublicVersion: 'first', FixtureTemplateUrl }, inParallel(1));
    await pass(here);
    expect([...here.world.exports.values()].map(({ name }) => name)).toEqual(
      regions.map(() => 'Greeting:Note'),
    );
    expect(published(here)).toHaveLength(3);
  });
});

const inParallel = (FailureToleranceCount: number) => ({
  OperationPreferences: { RegionConcurrencyType: 'PARALLEL', FailureToleranceCount },
});

describe('a region that fails', () => {
  /** The first publication is refused, wherever it is. */
  const failingOnce = (): Place => {
    let isRefused = false;
    return publisher({
      answer: (world, request) => {
        if (isRefused || request.operation !== 'PublishType') return answer(world, request);
        isRefused = true;
        return { kind: 'failure', code: 'CFNRegistryException', status: 400, message: 'No.', latencyMs: 1 };
      },
    });
  };

  test('stops those that come after it, when none may', async () => {
    const here = failingOnce();
    const { OperationId } = begin(here, 'CreateStackInstances', { PublicVersion: 'first' });
    await pass(here);
    expect([statusOf(here, OperationId), ...results(here, OperationId)]).toEqual([
      'FAILED',
      'ap-south-1 FAILED',
      'eu-west-1 CANCELLED',
      'us-east-1 CANCELLED',
    ]);
  });

  test('within the tolerance leaves the operation called succeeded: only the results tell', async () => {
    const here = failingOnce();
    const { OperationId } = begin(here, 'CreateStackInstances', { PublicVersion: 'first' }, inParallel(1));
    await pass(here);
    expect(statusOf(here, OperationId)).toBe('SUCCEEDED');
    expect(results(here, OperationId).filter((line) => line.endsWith('FAILED'))).toHaveLength(1);
  });

  test('that never came to be has to be deleted before it is made again', async () => {
    const here = failingOnce();
    begin(here, 'CreateStackInstances', { PublicVersion: 'first' }, { Regions: [region] });
    await pass(here);
    const retry = begin(here, 'UpdateStackInstances', { PublicVersion: 'first' }, { Regions: [region] });
    await pass(here);
    expect(results(here, retry.OperationId)).toEqual(['us-east-1 FAILED']);
    begin(here, 'DeleteStackInstances', {}, { Regions: [region] });
    await pass(here);
    begin(here, 'CreateStackInstances', { PublicVersion: 'first' }, { Regions: [region] });
    await pass(here);
    expect(published(here)).toEqual(['us-east-1 1.0.0']);
  });
});

test('a set takes one operation at a time', () => {
  const here = publisher();
  begin(here, 'CreateStackInstances', { PublicVersion: 'first' });
  expect(begin(here, 'CreateStackInstances', { PublicVersion: 'first' })).toContain(
    'OperationInProgressException',
  );
});

test('an update of the set in some regions leaves the others outdated', async () => {
  const here = publisher();
  begin(here, 'CreateStackInstances', { PublicVersion: 'first' }, inParallel(1));
  await pass(here);
  ask(here, 'UpdateStackSet', {
    StackSetName: 'greeting',
    UsePreviousTemplate: true,
    Parameters: parameters({
      TypeName: greeting,
      SchemaHandlerPackage: packageNamed(here, 'two'),
      ExecutionRoleArn: 'arn:aws:iam::310123456789:role/handlers',
      LogDeliveryBucket: 'logs',
    }),
    Accounts: [account],
    Regions: [region],
  });
  await pass(here);
  const { Summaries } = ask(here, 'ListStackInstances', { StackSetName: 'greeting' });
  expect(Summaries.map((each) => each.Status).sort()).toEqual(['CURRENT', 'OUTDATED', 'OUTDATED']);
});
