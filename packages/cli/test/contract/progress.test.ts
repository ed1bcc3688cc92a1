import type { World } from '@cutover/local-aws';
import { type ProgressOptions, progressOf } from '../../src/contract/progress';
import type { SetReport } from '../../src/contract/report';
import type { Stage } from '../../src/contract/stage';
import { recordingIo } from '../io';

const stage = { exported: new Map([['Name', 'value']]) } as Partial<Stage> as Stage;
const report = (set: number): SetReport => ({
  ...{ set, verdict: 'PASSED', passed: 1, skipped: 0, failed: 0, seconds: 2, setupSeconds: 1 },
  ...{
    simulatedSeconds: 60,
    handlers: {},
    tests: [{ name: 'contract_create_read', outcome: 'passed', seconds: 1 }],
  },
});
const setOf = (number: number) => ({ number, files: [`inputs/inputs_${number}_create.json`] });

/** What a person sees of two sets of which the second is the faster one. */
function said(options: ProgressOptions, interactive = false): string {
  const io = Object.assign(recordingIo(), { interactive });
  const watch = progressOf(options, io);
  for (const number of [1, 2]) watch.staged(setOf(number), stage);
  for (const number of [2, 1]) {
    watch.called(setOf(number), { action: 'CREATE', status: 'IN_PROGRESS' });
    watch.tested(setOf(number), { name: 'contract_create_read', outcome: 'passed', seconds: number });
    watch.ended(report(number), { exitCode: 0, output: `pytest of ${number}\n` }, {} as World);
  }
  return io.stderr;
}

test('of several sets at once, each line says which', () => {
  expect(said({ several: true })).toBe(
    [
      'set 1: inputs/inputs_1_create.json; 1 export',
      'set 2: inputs/inputs_2_create.json; 1 export',
      'set 2  ✓ contract_create_read             2.0 s',
      'set 1  ✓ contract_create_read             1.0 s',
      '',
    ].join('\n'),
  );
});

test('of one at a time, the line above its tests does', () => {
  expect(said({ several: false }).split('\n')).toContain('  ✓ contract_create_read             1.0 s');
});

test('what pytest has printed stays together, under its set', () => {
  expect(said({ several: true, verbose: true })).toContain(
    'set 2: all that cfn and pytest have printed\npytest of 2\n',
  );
  expect(said({ several: false, verbose: true })).toContain('1.0 s\npytest of 1\n');
});

test("on a terminal, the handler's last word is written over", () => {
  expect(said({ several: true }, true)).toContain(
    '\r\u001b[2Kset 2  … CREATE IN_PROGRESS\r\u001b[2Kset 2  ✓',
  );
});

test('with --json, nothing', () => {
  expect(said({ several: true, json: true }, true)).toBe('');
});
