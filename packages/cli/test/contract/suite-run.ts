import type { OwnerChange, World } from '@cutover/local-aws';
import { readInputs } from '../../src/contract/inputs';
import { readProject } from '../../src/contract/project';
import { findPython } from '../../src/contract/python';
import type { SetReport } from '../../src/contract/report';
import { runContract } from '../../src/contract/run';
import { readSetting } from '../../src/contract/setting';
import { recordingIo } from '../io';

export interface SuiteRun {
  readonly report: SetReport;
  /** Everything that cfn and pytest have printed. */
  readonly output: string;
  readonly world: World;
  /** Who held which alias when the suite began. */
  readonly before: readonly OwnerChange[];
}

/** Runs the suite with one input set of a folder, and keeps the world that it was run in. */
export async function runSet(folder: string, set: number, words: readonly string[] = []): Promise<SuiteRun> {
  const project = readProject(folder);
  let before: readonly OwnerChange[] = [];
  let end: Pick<SuiteRun, 'output' | 'world'> | undefined;
  const { sets } = await runContract({
    project,
    setting: readSetting(folder),
    sets: readInputs(project, set),
    python: findPython(recordingIo()),
    seed: '1',
    startedAt: Date.UTC(2026, 0, 1),
    words,
    jobs: 1,
    watch: {
      staged: (_, { aws }) => {
        before = [...aws.world.ownerHistory];
      },
      called: () => {},
      tested: () => {},
      ended: (_, { output }, world) => {
        end = { output, world };
      },
    },
  });
  return { report: sets[0]!, before, ...end! };
}

/** Of all 15 of the suite, those that pass for a type whose identifier is read-only. */
export const alwaysPassing = [
  'contract_create_delete',
  'contract_create_read',
  'contract_create_list',
  'contract_delete_read',
  'contract_delete_list',
  'contract_delete_update',
  'contract_delete_delete',
  'contract_check_asserts_work',
  'contract_update_read',
  'contract_update_list',
  'contract_update_without_create',
];
export const alwaysSkipped = {
  contract_create_create: 'No writable identifiers. Skipping test.',
  contract_delete_create: 'No writable identifiers. Skipping test.',
};

/** For the log of a long run. */
export function sayCost({ report }: SuiteRun): void {
  const { set, seconds, setupSeconds, simulatedSeconds, handlers } = report;
  const calls = Object.values(handlers).reduce((sum, each) => sum + each.calls, 0);
  console.info(
    `contract suite, set ${set}: ${seconds} s, setup ${setupSeconds} s, ${calls} calls of the handler in ${simulatedSeconds} virtual seconds`,
  );
}

/** Names of the parameters that are left, but for those that an account has for fixtures. */
export const journalsOf = ({ world }: SuiteRun): string[] =>
  [...world.parameters.values()].flatMap(({ name }) => (name.startsWith('/release/fixtures/') ? [] : [name]));

export const namesOf = ({ report }: SuiteRun, outcome: string): string[] =>
  report.tests.filter((test) => test.outcome === outcome).map(({ name }) => name);

/** Of each test that was skipped. */
export const reasonsOf = ({ report }: SuiteRun): Record<string, string | undefined> =>
  Object.fromEntries(
    report.tests.filter(({ outcome }) => outcome === 'skipped').map(({ name, reason }) => [name, reason]),
  );
