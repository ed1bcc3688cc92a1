import { columns, plural } from '../live/format';
import type { HandlerCount, TestResult } from './results';

/** What `cutover contract` found, as `--json` prints it. */
export interface ContractReport {
  readonly typeName: string;
  readonly verdict: 'PASSED' | 'FAILED';
  readonly seed: string;
  readonly sets: readonly SetReport[];
}

export interface SetReport {
  /** N of inputs_N. */
  readonly set: number;
  readonly verdict: 'PASSED' | 'FAILED';
  readonly passed: number;
  readonly skipped: number;
  readonly failed: number;
  /** On the wall, from the set's beginning to the suite's end: the setup and the start of its Python included. */
  readonly seconds: number;
  /** Of these, until the local AWS stood; Python starts meanwhile. */
  readonly setupSeconds: number;
  /** Virtual. */
  readonly simulatedSeconds: number;
  /** By action. */
  readonly handlers: Readonly<Record<string, HandlerCount>>;
  readonly tests: readonly TestResult[];
}

/** One line for a test that has ended. */
export function testLine({ name, outcome, seconds, reason, handler }: TestResult): string[] {
  const mark = { passed: '✓', failed: '✗', skipped: '-' }[outcome];
  const line = `  ${mark} ${name.padEnd(32)} ${outcome === 'skipped' ? reason : `${seconds.toFixed(1)} s`}`;
  const more = outcome === 'failed' ? [reason, handler && `the handler: ${handler}`] : [];
  return [line, ...more.filter((each) => each !== undefined).map((each) => `      ${each}`)];
}

/** The verdict for people. */
export function renderContract({ typeName, verdict, sets }: ContractReport): string {
  const rows = sets.map((set) => [
    `set ${set.set}`,
    set.verdict,
    `${set.passed} passed`,
    `${set.failed} failed`,
    `${set.skipped} skipped`,
    `${set.seconds.toFixed(1)} s`,
    `${plural(callsIn(set), 'call')} of the handler`,
  ]);
  return `${typeName}: ${verdict}\n${columns(rows)
    .map((row) => row.trimEnd())
    .join('\n')}\n`;
}

const callsIn = ({ handlers }: SetReport): number =>
  Object.values(handlers).reduce((sum, { calls }) => sum + calls, 0);
