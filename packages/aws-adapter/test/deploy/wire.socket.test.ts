import {
  answer,
  type LocalAws,
  seedBucket,
  serveStackOrders,
  startCloudFormation,
  startLocalAws,
} from '@cutover/local-aws';
import { type DeployAccount, deployAccount } from '../../src/deploy/account';
import type { StackChange } from '../../src/deploy/stack-changes';

/** The ports of a deployment over HTTP to a local AWS. */
jest.setTimeout(60_000);
const accountId = '310123456789';

let aws: LocalAws;
let orders: ReturnType<typeof serveStackOrders>;
let account: DeployAccount;
/** Of today: the SDK takes an error for one of its clock, and asks again, where the answer's date is far from its own. */
let now = Date.now();

beforeAll(async () => {
  const accounts = [{ id: accountId, name: 'mine' }];
  aws = await startLocalAws({ seed: 'deploy', startedAt: now, accounts, wallClock: () => now });
  const { world, timeline } = aws;
  orders = serveStackOrders(startCloudFormation({ world, timeline, answer }), () => (now += 100));
  seedBucket(world, { name: 'kept', accountId, versioning: 'Enabled' });
  seedBucket(world, { name: 'plain', accountId });
  process.env.AWS_ENDPOINT_URL = aws.endpoint;
  const credentials = { accessKeyId: accountId, secretAccessKey: 'secret', sessionToken: 'token' };
  account = deployAccount({ credentials, region: 'us-east-1' });
});

afterAll(async () => {
  delete process.env.AWS_ENDPOINT_URL;
  await orders.stop();
  await aws.stop();
});

describe('a bucket of rules', () => {
  test('has every version that was put there', async () => {
    const first = await account.rules.put('kept', 'site/rules.yml', Buffer.from('one'));
    const second = await account.rules.put('kept', 'site/rules.yml', Buffer.from('two'));
    expect(second.versionId).not.toBe(first.versionId);
    expect(Buffer.from((await account.rules.get(first))!).toString()).toBe('one');
  });

  test.each([
    ['kept', true],
    ['plain', false],
    ['nobody', undefined],
  ])('%s keeps versions: %s', async (bucket, expected) => {
    expect(await account.rules.isVersioned(bucket)).toBe(expected);
  });

  test('a version that is gone is an ordinary answer; a bucket that is not there refuses a put', async () => {
    const gone = { bucket: 'kept', key: 'site/none.yml', versionId: 'v' };
    expect(await account.rules.get(gone)).toBeUndefined();
    await expect(account.rules.put('nobody', 'k', Buffer.from(''))).rejects.toMatchObject({
      failure: 'Absent',
      message: expect.stringContaining('PutObject: NoSuchBucket on s3://nobody/k'),
    });
  });
});

const change: StackChange = {
  stack: 'site',
  name: 'first',
  isNew: true,
  template: {
    text: 'Parameters: { Value: { Type: String }, Other: { Type: String, Default: x } }\nResources:\n  Kept: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: !Ref Value } }\nOutputs: { Value: { Value: !Ref Value } }\n',
  },
  parameters: { Value: 'one' },
  kept: [],
  capabilities: [],
};

/** Asks until the answer is as wanted. */
async function until<T>(ask: () => Promise<T>, isWanted: (given: T) => boolean): Promise<T> {
  for (;;) {
    const given = await ask();
    if (isWanted(given)) return given;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const seen = (id: string) =>
  until(
    () => account.stacks.changeSet(id),
    ({ status }) => status !== 'CREATE_PENDING',
  );
const endedAs = (status: string) =>
  until(
    () => account.stacks.find('site'),
    (stack) => stack?.status === status,
  );

test('a stack is made, changed and followed through change sets', async () => {
  const { stacks } = account;
  expect(await stacks.find('site')).toBeUndefined();
  const created = await stacks.prepare(change);
  expect(await seen(created.id)).toMatchObject({
    status: 'CREATE_COMPLETE',
    changes: [{ logicalId: 'Kept', action: 'Add', properties: [] }],
  });
  await stacks.execute(created.id);
  expect(await endedAs('CREATE_COMPLETE')).toMatchObject({
    parameters: { Value: 'one', Other: 'x' },
    outputs: { Value: 'one' },
  });
  const events = await stacks.events(created.stackId, undefined);
  expect(events.at(0)).toMatchObject({ logicalId: 'site', status: 'CREATE_IN_PROGRESS' });
  expect(events.at(-1)).toMatchObject({ logicalId: 'site', status: 'CREATE_COMPLETE' });

  const next = { ...change, isNew: false, name: 'second', parameters: { Value: 'two' }, kept: ['Other'] };
  const updated = await stacks.prepare(next);
  expect((await seen(updated.id)).changes).toMatchObject([{ action: 'Modify', properties: ['Value'] }]);
  await stacks.execute(updated.id);
  await endedAs('UPDATE_COMPLETE');
  const later = await stacks.events(updated.stackId, events.at(-1)?.id);
  expect(later.at(0)?.status).toBe('UPDATE_IN_PROGRESS');
  expect(later.map(({ status }) => status)).not.toContain('CREATE_COMPLETE');

  const same = await stacks.prepare({ ...next, name: 'third' });
  expect(await seen(same.id)).toMatchObject({
    status: 'FAILED',
    reason: expect.stringContaining("didn't contain"),
  });
  await stacks.discard(same.id);
  await stacks.discard(same.id);

  // The template stays as the stack has it, and one parameter has a new value.
  const { template: _, ...without } = next;
  const again = await stacks.prepare({ ...without, name: 'fourth', parameters: { Value: 'three' } });
  expect((await seen(again.id)).changes).toMatchObject([{ action: 'Modify', properties: ['Value'] }]);
});

test('a template that no request may carry is read from S3, in the version that was put there', async () => {
  const { stacks, rules } = account;
  const text = (value: string) =>
    `#${'x'.repeat(52_000)}\nResources:\n  Large: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: ${value} } }\n`;
  const first = await rules.put('kept', 'large/a template', Buffer.from(text('one')));
  await rules.put('kept', 'large/a template', Buffer.from(text('two')));
  const large = { ...change, stack: 'large', parameters: {} };
  await expect(stacks.prepare({ ...large, template: { text: text('one') } })).rejects.toMatchObject({
    message: expect.stringContaining('51200'),
  });
  const created = await stacks.prepare({ ...large, template: { url: rules.urlOf(first) } });
  expect((await seen(created.id)).changes).toMatchObject([{ action: 'Add', logicalId: 'Large' }]);
});

test('the stack that has made a resource is found by its id', async () => {
  const [physicalId] = [...aws.world.parameters.values()].map(({ name }) => name);
  expect(await account.stacks.stackOf(physicalId ?? '')).toBe('site');
  expect(await account.stacks.stackOf('am-1')).toBeUndefined();
});

test.each([
  [
    'a change of a stack that is not there',
    () => account.stacks.prepare({ ...change, stack: 'gone', isNew: false }),
    'Absent',
  ],
  [
    'a change set that is not there',
    () => account.stacks.execute('arn:aws:cloudformation:us-east-1:1:changeSet/x/1'),
    'Absent',
  ],
  [
    'a template that makes roles',
    () =>
      account.stacks.prepare({
        ...change,
        stack: 'roles',
        template: { text: 'Resources: { R: { Type: AWS::IAM::Role } }' },
      }),
    'Refused',
  ],
])('%s fails in the words of the table', async (_, ask, failure) => {
  await expect(ask()).rejects.toMatchObject({ failure });
});
