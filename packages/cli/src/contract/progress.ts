import type { Io } from '../io';
import { clip, plural } from '../live/format';
import { testLine } from './report';
import type { ContractWatch } from './run';

export interface ProgressOptions {
  /** One JSON document is wanted, and nothing beside. */
  readonly json?: boolean;
  /** All that cfn and pytest print. */
  readonly verbose?: boolean;
  /** Several sets report at once: each line then says which. */
  readonly several: boolean;
}

/** A line for each test; on a terminal also one for what the handler said last, written over by the next. */
export function progressOf({ json, verbose, several }: ProgressOptions, io: Io): ContractWatch {
  const isLive = !json && io.interactive && io.env.TERM !== 'dumb';
  const clear = isLive ? '\r\u001b[2K' : '';
  const say = (line: string): void => (json ? undefined : io.err(`${clear}${line}\n`));
  const leadOf = (set: number): string => (several ? `set ${set}` : '');
  return {
    staged: ({ number, files }, { exported }) =>
      say(`set ${number}: ${files.join(', ') || 'made up'}; ${plural(exported.size, 'export')}`),
    called: ({ number }, { action, status, message }) => {
      const line = `${leadOf(number)}  … ${action} ${message ?? status}`;
      if (isLive) io.err(clear + clip(line, process.stderr.columns || 80));
    },
    tested: ({ number }, result) => {
      for (const line of testLine(result)) say(`${leadOf(number)}${line}`);
    },
    ended: ({ set, verdict, failed, tests }, { output }) => {
      if (isLive) io.err(clear);
      // A suite that fails without a failed test has something else to say, and so has one that only lists tests.
      const isOdd = tests.length === 0 || (verdict === 'FAILED' && failed === 0);
      if (!verbose && !isOdd) return;
      if (several) say(`set ${set}: all that cfn and pytest have printed`);
      io.err(output);
    },
  };
}
