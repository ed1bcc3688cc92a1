import type {
  DescribeStackEventsOutput,
  DescribeStackResourcesOutput,
  DescribeStacksOutput,
  ListExportsOutput,
} from '@aws-sdk/client-cloudformation';
import { answer } from '../../src/world/gate';
import type { World } from '../../src/world/world';
import { administrator, bareWorld } from '../support/bare-world';
import { addStack } from '../support/stack-record';

/** The output of an operation, or `Code: message` of its error. */
function ask<O>(world: World, operation: string, input: object, caller = administrator()): O | string {
  const given = answer(world, {
    service: 'cloudformation',
    operation,
    input,
    caller,
    actor: 'test',
    into: 0,
  });
  if (given.kind === 'output') return given.output as O;
  return given.kind === 'failure' ? `${given.code}: ${given.message}` : given.kind;
}

const exporting = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    key: `O${n}`,
    value: String(n),
    exportName: `name-${String(n).padStart(3, '0')}`,
  }));

describe('ListExports', () => {
  test('gives a hundred at a time, by name, until all are told', () => {
    const world = bareWorld();
    addStack(world, 'many', { outputs: exporting(201).reverse() });
    const names: string[] = [];
    const pages: number[] = [];
    let NextToken: string | undefined;
    do {
      const page = ask<ListExportsOutput>(world, 'ListExports', { NextToken }) as ListExportsOutput;
      pages.push(page.Exports!.length);
      names.push(...page.Exports!.map(({ Name }) => Name!));
      NextToken = page.NextToken;
    } while (NextToken);
    expect(pages).toEqual([100, 100, 1]);
    expect(names).toEqual(exporting(201).map(({ exportName }) => exportName));
  });

  test.each([
    ['another account', administrator('222222222222')],
    ['another region', administrator('111111111111', 'eu-west-1')],
  ])('tells nothing to %s', (_who, caller) => {
    const world = bareWorld();
    addStack(world, 'site', { outputs: exporting(1) });
    expect(ask(world, 'ListExports', {}, caller)).toEqual({ Exports: [] });
  });
});

describe('a stack is found', () => {
  const world = bareWorld();
  const first = addStack(world, 'site', { status: 'DELETE_COMPLETE' });
  const second = addStack(world, 'site');

  test.each([
    ['by name as the one that exists', 'site', second.id],
    ['by id', second.id, second.id],
    ['by id also when it is deleted', first.id, first.id],
  ])('%s', (_how, StackName, id) => {
    const { Stacks } = ask<DescribeStacksOutput>(world, 'DescribeStacks', {
      StackName,
    }) as DescribeStacksOutput;
    expect(Stacks?.map(({ StackId }) => StackId)).toEqual([id]);
  });

  test('without a name, all that exist, the newest first', () => {
    const last = addStack(world, 'last');
    const { Stacks } = ask<DescribeStacksOutput>(world, 'DescribeStacks', {}) as DescribeStacksOutput;
    expect(Stacks?.map(({ StackId }) => StackId)).toEqual([last.id, second.id]);
  });

  test('by the physical id of a resource', () => {
    addStack(world, 'network', {
      resources: [
        { logicalId: 'Zone', physicalId: 'Z1', type: 'T', status: 'CREATE_COMPLETE', changedAt: 0 },
      ],
    });
    const found = ask<DescribeStackResourcesOutput>(world, 'DescribeStackResources', {
      PhysicalResourceId: 'Z1',
    }) as DescribeStackResourcesOutput;
    expect(found.StackResources).toMatchObject([{ StackName: 'network', LogicalResourceId: 'Zone' }]);
  });
});

test('events come the newest first, each with an id of its own', () => {
  const world = bareWorld();
  const event = { logicalId: 'Zone', type: 'T', at: 0 };
  addStack(world, 'site', {
    events: [
      { ...event, status: 'CREATE_IN_PROGRESS' },
      { ...event, status: 'CREATE_IN_PROGRESS', statusReason: 'Resource creation Initiated' },
      { ...event, status: 'CREATE_COMPLETE' },
    ],
  });
  const { StackEvents = [] } = ask<DescribeStackEventsOutput>(world, 'DescribeStackEvents', {
    StackName: 'site',
  }) as DescribeStackEventsOutput;
  expect(StackEvents.map(({ ResourceStatus }) => ResourceStatus)).toEqual([
    'CREATE_COMPLETE',
    'CREATE_IN_PROGRESS',
    'CREATE_IN_PROGRESS',
  ]);
  expect(new Set(StackEvents.map(({ EventId }) => EventId)).size).toBe(3);
});

describe('what CloudFormation refuses, in its own words', () => {
  test.each([
    ['DescribeStacks', { StackName: 'gone' }, 'ValidationError: Stack with id gone does not exist'],
    ['DescribeStackEvents', { StackName: 'gone' }, 'ValidationError: Stack [gone] does not exist'],
    ['ListStackResources', { StackName: 'gone' }, 'ValidationError: Stack with id gone does not exist'],
    [
      'DescribeStackResources',
      {},
      'ValidationError: Either StackName or PhysicalResourceId must be specified',
    ],
    [
      'DescribeStackResource',
      { StackName: 'site', LogicalResourceId: 'Q' },
      'ValidationError: Resource Q does not exist for stack site',
    ],
    ['ListImports', { ExportName: 'q' }, "ValidationError: Export 'q' is not imported by any stack."],
    ['ListExports', { NextToken: 'q' }, 'ValidationError: Invalid NextToken: q'],
    [
      'CreateStack',
      { StackName: 'x' },
      'ValidationError: Either Template URL or Template Body must be specified.',
    ],
    [
      'CreateStack',
      { StackName: 'site', TemplateBody: '{}' },
      'AlreadyExistsException: Stack [site] already exists',
    ],
    [
      'CreateStack',
      { StackName: 'x', TemplateBody: 'Type: AWS::IAM::Role' },
      'InsufficientCapabilitiesException: Requires capabilities : [CAPABILITY_IAM]',
    ],
    [
      'CreateStack',
      { StackName: 'x', TemplateBody: ' '.repeat(51_201) },
      'Member must have length less than or equal to 51200',
    ],
    [
      'UpdateStack',
      { StackName: 'gone', TemplateBody: '{}' },
      'ValidationError: Stack with id gone does not exist',
    ],
    [
      'StopStackSetOperation',
      {},
      'NotImplemented: The local AWS has no cloudformation.StopStackSetOperation',
    ],
  ])('%s of %j', (operation, input, message) => {
    const world = bareWorld();
    addStack(world, 'site');
    expect(ask(world, operation, input)).toContain(message);
  });
});

test('a stack that was ordered shows at once, and changes by one order at a time', () => {
  const world = bareWorld();
  const template = { StackName: 'site', TemplateBody: '{}' };
  ask(world, 'CreateStack', template);
  const shown = ask<DescribeStacksOutput>(world, 'DescribeStacks', { StackName: 'site' });
  expect(shown).toMatchObject({ Stacks: [{ StackStatus: 'CREATE_IN_PROGRESS' }] });
  expect(ask(world, 'UpdateStack', template)).toContain(
    'is in CREATE_IN_PROGRESS state and can not be updated',
  );
  expect(world.stackOrders.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['create site']);
});
