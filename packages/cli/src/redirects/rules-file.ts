import { type Problem, type RuleSet, readRules } from '@cutover/redirect-rules';
import { readBytes } from '../files';
import { UserError } from '../user-error';

/** The reader refuses what is larger; no more of it need come into memory. */
const maxBytes = 64 * 1024 * 1024;

export interface RulesFile {
  /** Absent where there are problems. */
  readonly rules?: RuleSet;
  readonly problems: readonly Problem[];
}

/** For commands that tell every problem. */
export const readRulesFile = (file: string): RulesFile => rulesFileWithBytes(file);

/**
 * With the very bytes that were read, for what goes elsewhere after it was checked.
 * @param change what is made of the file before it is read; left out: nothing
 */
export function rulesFileWithBytes(
  file: string,
  change?: (text: string) => string,
): RulesFile & { readonly bytes: Uint8Array } {
  const found = readBytes(file, maxBytes);
  const bytes = change ? Buffer.from(change(Buffer.from(found).toString('utf8'))) : found;
  return { ...readRules(bytes, file), bytes };
}

/**
 * For commands that need the rules.
 *
 * @throws UserError with the first problem, in one line
 */
export const rulesIn = (file: string): RuleSet => soundRules(readRulesFile(file), file);

/** @throws UserError with the first problem, in one line */
export function soundRules({ rules, problems }: RulesFile, file: string): RuleSet {
  if (rules !== undefined) return rules;
  const [first, ...others] = problems;
  const more = others.length === 0 ? '' : ` (${others.length} more: cutover redirects check ${file})`;
  throw new UserError(`${first === undefined ? `${file}: there are no rules in it` : inWords(first)}${more}`);
}

/** `file:line:column: what it is; what to write instead`, on one line. */
export const inWords = ({ file, line, column, what, instead }: Problem): string =>
  `${file}:${line}:${column}: ${what} ${instead}`.replaceAll(/\s*\n\s*/g, ' ');
