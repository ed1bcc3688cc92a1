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
