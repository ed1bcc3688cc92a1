import { testLine } from '../../src/contract/report';
import { type HandlerCall, Results, type TestPhase } from '../../src/contract/results';

const phase = (when: TestPhase['when'], departures: Partial<TestPhase> = {}): TestPhase => ({
  name: 'contract_create_read',
  when,
  outcome: 'passed',
  seconds: 0.5,
  text: '',
  ...departures,
});

const refused = (errorCode: string): HandlerCall => ({
  action: 'CREATE',
  status: 'FAILED',
  errorCode,
  message: `about ${errorCode}`,
});

/** The one result of these phases, the handler's calls between the first and the others. */
function resultOf(phases: readonly TestPhase[], calls: readonly HandlerCall[] = []) {
  const results = new Results(() => {});
  for (const [i, each] of phases.entries()) {
    results.add(each);
    if (i === 0) results.calls.push(...calls);
  }
  return results.tests[0]!;
}

describe('a contract test', () => {
  test('has passed when all its phases have; its time is theirs', () => {
    expect(resultOf([phase('setup'), phase('call'), phase('teardown')])).toEqual({
      name: 'contract_create_read',
      outcome: 'passed',
      seconds: 1.5,
    });
  });

  test('is skipped with the reason', () => {
    const skip = phase('setup', { outcome: 'skipped', text: 'Resource is not taggable.' });
    const result = resultOf([skip, phase('teardown')]);
    expect(result).toMatchObject({ outcome: 'skipped', reason: 'Resource is not taggable.' });
    expect(testLine(result)).toEqual(['  - contract_create_read             Resource is not taggable.']);
  });

  const text = ['suite/handler_create.py:31: in created_resource', 'E   AssertionError: no success', ''];

  test('has failed when its resource could not be made, with what the handler said', () => {
    const failed = phase('setup', { outcome: 'failed', text: text.join('\n') });
    const result = resultOf([failed, phase('teardown')], [refused('AccessDenied'), refused('NotFound')]);
    expect(testLine(result)).toEqual([
      '  ✗ contract_create_read             1.0 s',
      '      in setup: AssertionError: no success',
      '      the handler: CREATE FAILED: AccessDenied: about AccessDenied',
    ]);
  });

  test('is not charged with what the handler refused to the test before', () => {
    const results = new Results(() => {});
    results.calls.push(refused('AlreadyExists'));
    results.add(phase('teardown'));
    results.add(phase('call', { outcome: 'failed', text: 'E   AssertionError: other' }));
    results.add(phase('teardown'));
    expect(results.tests[1]).toEqual({
      name: 'contract_create_read',
      outcome: 'failed',
      seconds: 1,
      reason: 'AssertionError: other',
    });
  });
});

test('calls of the handlers are counted by action, and those that succeeded', () => {
  const results = new Results(() => {});
  results.calls.push(
    { action: 'CREATE', status: 'IN_PROGRESS' },
    { action: 'CREATE', status: 'SUCCESS' },
    { action: 'READ', status: 'FAILED', errorCode: 'NotFound' },
  );
  expect(results.handlers()).toEqual({
    CREATE: { calls: 2, succeeded: 1 },
    READ: { calls: 1, succeeded: 0 },
  });
});
