import { createHash } from 'node:crypto';
import { coverage, type RuleSet } from '@cutover/redirect-rules';
import { type Checked, checked, hasErrors } from '../findings';
import { rulesFileWithBytes, soundRules } from '../rules-file';
import { onEngines } from '../test/runs';
import { hasFailed, type TestReport } from '../test/summary';
import { testsOf } from '../test/tests';
import { hostsBelow } from './hosts-below';

/** Rules, what `check` and `test` say of them, and the very bytes that they said it of. */
export interface Gated {
  readonly rules: RuleSet;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly checked: Checked;
  /** Absent where `check` has found errors. */
  readonly tests?: TestReport;
}

/**
 * @param below where the hosts are to be names of; left out: they stay as they are
 * @throws UserError for a file that cannot be read as rules
 */
export async function gated(file: string, now: number, isOnCi: boolean, below?: string): Promise<Gated> {
  const read = rulesFileWithBytes(file, below === undefined ? undefined : (text) => hostsBelow(text, below));
  const rules = soundRules(read, file);
  const result = { rules, bytes: read.bytes, sha256: sha256Of(read.bytes), checked: checked(rules, now) };
  if (hasErrors(result.checked)) return result;
  const run = await onEngines(rules, testsOf(rules, now), { isOnCi });
  return { ...result, tests: { ...run, coverage: coverage(rules, { now }) } };
}

export const mayPass = ({ checked, tests }: Gated): boolean =>
  !hasErrors(checked) && tests !== undefined && !hasFailed(tests);

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
