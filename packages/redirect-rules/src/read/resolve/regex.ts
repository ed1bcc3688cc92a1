import { parseRegex } from '../../evaluate/regex/parse';
import { RegexProblem } from '../../evaluate/regex/tree';
import type { Regex } from '../../model/rule-set';
import { Complaint } from './complaint';

const caseless = '(?i)';
const shared =
  'Write it with what JavaScript and PCRE share: classes, (groups), (?:groups), (?<named>groups), * + ? {2,3}.';

/** A regex that the engines of the edge and of this desk read alike. A leading `(?i)` is taken off and remembered. */
export function regexOf(text: string, ignoreCase: boolean): Regex | Complaint {
  try {
    parseRegex(text);
  } catch (error) {
    if (!(error instanceof RegexProblem)) throw error;
    const [what = '', instead] = error.message.split(': write ', 2);
    return new Complaint(
      `This regex cannot be used: ${what}.`,
      instead === undefined ? shared : `Write ${instead}.`,
    );
  }
  const isCaseless = text.startsWith(caseless);
  return {
    source: isCaseless ? text.slice(caseless.length) : text,
    ignoreCase: ignoreCase || isCaseless,
  };
}
