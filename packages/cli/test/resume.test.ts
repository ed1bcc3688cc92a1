import type { ChangeSet, DeployAccount, DeployedStack, StackChange } from '@cutover/aws-adapter';
import { resume, stackOfMigration } from '../src/resume/resume';

const stack: DeployedStack = {
  id: 'arn:stack',
  status: 'CREATE_COMPLETE',
  reason: '',
  parameters: { Resume: 'no', SourceId: 'E1' },
  outputs: { Phase: 'AWAITING_DNS' },
};
const move = {
  logicalId: 'Move',
  type: 'AwsCommunity::CloudFront::AliasMigration',
  action: 'Modify',
  replacement: 'False',
  properties: ['Dns'],
};

interface Given {
  readonly stack?: DeployedStack;
  readonly changeSet?: Partial<ChangeSet>;
  readonly ended?: Partial<DeployedStack>;
}

/** CloudFormation as far as a resume asks it; `done` hears what was ordered. */
function accountWith({ stack: before, changeSet, ended }: Given) {
  const done: string[] = [];
  let prepared: StackChange | undefined;
  const isExecuted = (): boolean => done.includes('execute');
  const account = {
    stacks: {
      find: async () =>
        isExecuted() && before ? { ...before, status: 'UPDATE_COMPLETE', ...ended } : before,
      stackOf: async (id: string) => (id === 'am-1' ? 'migration' : undefined),
      prepare: async (change: StackChange) => {
        prepared = change;
        return { id: 'change', stackId: 'arn:stack' };
      },
      changeSet: async () => ({ status: 'CREATE_COMPLETE', reason: '', changes: [move], ...changeSet }),
      execute: async () => void done.push('execute'),
      discard: async () => void done.push('discard'),
      events: async () => [],
    },
  } as unknown as DeployAccount;
  return { account, done, prepared: () => prepared };
}

const NOW = Date.UTC(2026, 0, 1);
const run = (account: DeployAccount, parameter = 'Resume') =>
  resume(account, { stack: 'migration', parameter, now: NOW }, { sleep: async () => {} }, () => {});

test('the stack keeps its template and its other parameters, and only migrations change', async () => {
  const { account, done, prepared } = accountWith({ stack, ended: { outputs: { Phase: 'DONE' } } });
  expect(await run(account)).toEqual({
    stack: 'migration',
    status: 'UPDATE_COMPLETE',
    passed: true,
    why: undefined,
    outputs: { Phase: 'DONE' },
  });
  expect(prepared()).toMatchObject({
    isNew: false,
    parameters: { Resume: 'resumed-2026-01-01T00:00:00.000Z' },
    kept: ['SourceId'],
  });
  expect(prepared()?.template).toBeUndefined();
  expect(done).toEqual(['execute']);
});

test('a customer who has not acted makes the update fail, and the stack goes back', async () => {
  const { account } = accountWith({
    stack,
    ended: { status: 'UPDATE_ROLLBACK_COMPLETE', reason: 'Nothing was moved.' },
  });
  expect(await run(account)).toMatchObject({ passed: false, why: 'Nothing was moved.' });
});

const refusals: [string, Given, string, string][] = [
  ['there is no such stack', {}, 'Resume', 'there is no stack migration'],
  [
    'another change is under way',
    { stack: { ...stack, status: 'UPDATE_IN_PROGRESS' } },
    'Resume',
    'another change is under way',
  ],
  [
    'the template has no such parameter',
    { stack },
    'Go',
    'has no parameter Go; add it to the template and give its migration Dns: { Wait: RESUME, Resume: !Ref Go }',
  ],
  [
    'the parameter leads nowhere',
    { stack, changeSet: { status: 'FAILED', reason: "The submitted information didn't contain changes." } },
    'Resume',
    'its template does not use Resume',
  ],
  [
    'the parameter leads to another resource too',
    {
      stack,
      changeSet: { changes: [move, { ...move, logicalId: 'Site', type: 'AWS::CloudFront::Distribution' }] },
    },
    'Resume',
    'Resume would also modify Site (AWS::CloudFront::Distribution); nothing was changed',
  ],
  [
    'CloudFormation refuses the change',
    { stack, changeSet: { status: 'FAILED', reason: 'Not so.' } },
    'Resume',
    'Not so.',
  ],
];

test.each(refusals)('nothing is changed when %s', async (_, given, parameter, message) => {
  const { account, done } = accountWith(given);
  await expect(run(account, parameter)).rejects.toThrow(message);
  expect(done).not.toContain('execute');
});

test('the stack of a migration is found by its id', async () => {
  const { account } = accountWith({ stack });
  expect(await stackOfMigration(account, 'am-1')).toBe('migration');
  await expect(stackOfMigration(account, 'am-2')).rejects.toThrow(
    'no stack of this account and region has made am-2',
  );
});
