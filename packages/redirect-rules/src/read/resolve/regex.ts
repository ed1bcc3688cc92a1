import { parseRegex } from '../../evaluate/regex/parse';
import { childrenOf, RegexProblem, type Tree } from '../../evaluate/regex/tree';
import type { Regex } from '../../model/rule-set';
import { Complaint } from './complaint';

const caseless = '(?i)';
const shared =
  'Write it with what JavaScript and PCRE share: classes, (groups), (?:groups), (?<named>groups), * + ? {2,3}.';

/** A regex that the engines of the edge and of this desk read alike. A leading `(?i)` is taken off and remembered. */
export function regexOf(text: string, ignoreCase: boolean): Regex | Complaint {
  try {
    const complaint = sizeComplaint(parseRegex(text).tree);
    if (complaint !== undefined) return complaint;
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

/** Mozilla's set has regexes of four. Each multiplies what a search can cost, here as at the edge. */
const maxLoops = 12;
/** PCRE writes a repeat out, and refuses what is too large then. */
const maxWrittenOut = 5_000;

function sizeComplaint(tree: Tree): Complaint | undefined {
  const { loops, writtenOut } = sizeOf(tree);
  if (loops > maxLoops)
    return new Complaint(
      `This regex has ${loops} loops (* or +); at most ${maxLoops} can be judged.`,
      'Match a Path, or divide the rule.',
    );
  if (writtenOut > maxWrittenOut)
    return new Complaint(
      `This regex has ${writtenOut.toLocaleString('en')} parts when its {repeats} are written out; at most ${maxWrittenOut.toLocaleString('en')} fit.`,
      'Write * or + for large repeats.',
    );
  return undefined;
}

function sizeOf(tree: Tree): { readonly loops: number; readonly writtenOut: number } {
  const isLoop = tree.kind === 'repeat' && tree.max === Number.POSITIVE_INFINITY;
  const times = tree.kind !== 'repeat' ? 1 : isLoop ? tree.min + 1 : tree.max;
  let loops = isLoop ? 1 : 0;
  let writtenOut = 1;
  for (const child of childrenOf(tree)) {
    const size = sizeOf(child);
    loops += size.loops * times;
    writtenOut += size.writtenOut * times;
  }
  return { loops, writtenOut };
}
