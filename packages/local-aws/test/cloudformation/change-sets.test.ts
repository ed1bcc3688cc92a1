import { serveStackOrders } from '../../src/stack/orders';
import { startCloudFormation } from '../../src/stack/start';
import { timelineOf } from '../../src/timeline';
import { advance, nextChangeAt } from '../../src/world/advance';
import { answer } from '../../src/world/gate';
import type { World } from '../../src/world/world';
import { administrator, bareWorld } from '../support/bare-world';

/** A stack of one parameter that nobody is shown, and one that is seen. */
const template = `
Parameters:
  Value: { Type: String }
  Secret: { Type: String, NoEcho: true }
Resources:
  Kept: { Type: AWS::SSM::Parameter, Properties: { Name: /kept, Type: String, Value: !Sub '\${Value} \${Secret}' } }
`;

let world: World;
let stop: () => Promise<void>;

beforeEach(() => {
  world = bareWorld();
  const timeline = timelineOf(
    world.now,
    { nextChangeAt: () => nextChangeAt(world), advanceTo: (time) => advance(world, time) },
    (actor) => world.chance.unit(actor, 'order of events at one instant', 0),
  );
  let now = world.now;
  const orders = serveStackOrders(startCloudFormation({ world, timeline, answer }), () => (now += 60_000));
  stop = orders.stop;
});

afterEach(() => stop());

/** The output of an operation, or `Code: message` of its error. */
function ask(operation: string, input: object): { [member: string]: unknown } | string {
  const request = { service: 'cloudformation', operation, input, caller: administrator() } as const;
  const given = answer(world, { ...request, actor: 'test', into: 0 });
  if (given.kind === 'output') return given.output as { [member: string]: unknown };
  return given.kind === 'failure' ? `${given.code}: ${given.message}` : given.kind;
}

const of = { StackName: 'site', ChangeSetName: 'first' };
const parameter = (ParameterKey: string, ParameterValue: string) => ({ ParameterKey, ParameterValue });
const kept = (ParameterKey: string) => ({ ParameterKey, UsePreviousValue: true });

/** Asks until the answer has this in it: orders are taken by a timer. */
async function until(operation: string, input: object, found: object): Promise<void> {
  for (let turn = 0; turn < 250; turn += 1) {
    const given = ask(operation, input);
    if (JSON.stringify(given).includes(JSON.stringify(found).slice(1, -1))) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(ask(operation, input)).toMatchObject(found);
}

async function created(): Promise<void> {
  const Parameters = [parameter('Value', 'one'), parameter('Secret', 'hush')];
  ask('CreateChangeSet', { ...of, ChangeSetType: 'CREATE', TemplateBody: template, Parameters });
  await until('DescribeChangeSet', of, { Status: 'CREATE_COMPLETE' });
  ask('ExecuteChangeSet', of);
  await until('DescribeStacks', { StackName: 'site' }, { StackStatus: 'CREATE_COMPLETE' });
}

const keptValue = (): string | undefined => [...world.parameters.values()][0]?.value;

test('a change set of a new stack shows what comes, and makes it when it is executed', async () => {
  const Parameters = [parameter('Value', 'one'), parameter('Secret', 'hush')];
  ask('CreateChangeSet', { ...of, ChangeSetType: 'CREATE', TemplateBody: template, Parameters });
  expect(ask('DescribeStacks', { StackName: 'site' })).toMatchObject({
    Stacks: [{ StackStatus: 'REVIEW_IN_PROGRESS' }],
  });
  expect(ask('ExecuteChangeSet', of)).toMatch(/^InvalidChangeSetStatus: .*CREATE_PENDING/);
  await until('DescribeChangeSet', of, { Status: 'CREATE_COMPLETE' });
  expect(ask('DescribeChangeSet', of)).toMatchObject({
    ExecutionStatus: 'AVAILABLE',
    Changes: [{ ResourceChange: { Action: 'Add', LogicalResourceId: 'Kept' } }],
  });
  expect(keptValue()).toBeUndefined();
  ask('ExecuteChangeSet', of);
  await until('DescribeStacks', { StackName: 'site' }, { StackStatus: 'CREATE_COMPLETE' });
  expect(keptValue()).toBe('one hush');
  expect(ask('DescribeChangeSet', of)).toMatch(/^ChangeSetNotFound/);
});

test('a value may be kept by a client that was never shown it', async () => {
  await created();
  const Parameters = [parameter('Value', 'two'), kept('Secret')];
  ask('CreateChangeSet', { ...of, TemplateBody: template, Parameters });
  await until('DescribeChangeSet', of, { Action: 'Modify' });
  ask('ExecuteChangeSet', of);
  await until('DescribeStacks', { StackName: 'site' }, { StackStatus: 'UPDATE_COMPLETE' });
  expect(keptValue()).toBe('two hush');
});

test('one without changes fails in the words that clients look for, and the stack is as it was', async () => {
  await created();
  ask('CreateChangeSet', { ...of, TemplateBody: template, Parameters: [kept('Value'), kept('Secret')] });
  await until('DescribeChangeSet', of, { Status: 'FAILED' });
  expect(ask('DescribeChangeSet', of)).toMatchObject({
    StatusReason: expect.stringContaining("didn't contain changes"),
    ExecutionStatus: 'UNAVAILABLE',
  });
  expect(ask('DeleteChangeSet', of)).toEqual({});
  expect(ask('DescribeStacks', { StackName: 'site' })).toMatchObject({
    Stacks: [{ StackStatus: 'CREATE_COMPLETE' }],
  });
});

test('one whose template is wrong fails with what is wrong', async () => {
  ask('CreateChangeSet', { ...of, ChangeSetType: 'CREATE', TemplateBody: template });
  await until('DescribeChangeSet', of, { Status: 'FAILED' });
  expect(ask('DescribeChangeSet', of)).toMatchObject({ StatusReason: expect.stringContaining('Value') });
});

test.each([
  [
    'of a stack that is not there',
    { ...of, TemplateBody: template },
    /^ValidationError: Stack \[site\] does/,
  ],
  ['that imports', { ...of, ChangeSetType: 'IMPORT', TemplateBody: template }, /^NotImplemented/],
])('a change set %s is refused', (_, input, words) => {
  expect(ask('CreateChangeSet', input)).toMatch(words);
});

test('two of one name for one stack are refused', () => {
  const asked = { ...of, ChangeSetType: 'CREATE', TemplateBody: template };
  ask('CreateChangeSet', asked);
  expect(ask('CreateChangeSet', asked)).toBe('AlreadyExistsException: ChangeSet first already exists');
});

test('a stack may keep its template and get another value for one parameter', async () => {
  await created();
  const Parameters = [parameter('Value', 'two'), kept('Secret')];
  ask('UpdateStack', { StackName: 'site', UsePreviousTemplate: true, Parameters });
  await until('DescribeStacks', { StackName: 'site' }, { StackStatus: 'UPDATE_COMPLETE' });
  expect(keptValue()).toBe('two hush');
});
