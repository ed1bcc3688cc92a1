import { parseRegex } from '../evaluate/regex/parse';
import { portable } from '../evaluate/regex/portable';
import type { Tree } from '../evaluate/regex/tree';
import type { Regex } from '../model/rule-set';

/** How the time of a regex grows with the length of what it is run on. */
export type Cost =
  | { readonly kind: 'linear' }
  | { readonly kind: 'polynomial' | 'exponential'; readonly summary: string; readonly attack: string }
  | { readonly kind: 'unknown'; readonly why: string };

/** Loaded by the first regex that needs it: it is 3 MB of code, and most commands ask about none. */
const automata = (): typeof import('recheck') => require('recheck/lib/browser.js');

/** More ways through the parts that are bounded, and the quick proof is left to the automaton. */
const maxWays = 1_000;
/**
 * recheck bounds its work in characters read, generations and states, and these bounds do not depend on the machine. Its
 * clocks would: on a busy one they give up what an idle one proves. The last of them is for what nobody has thought of.
 *
 * More states than these and it fuzzes: of eight loops without an anchor the automaton says nothing in a minute of
 * processor time, and fuzzing finds in two seconds what is wrong with them.
 */
const bounds = {
  maxNFASize: 1_000,
  attackTimeout: null,
  incubationTimeout: null,
  timeout: 120_000,
  randomSeed: 0,
} as const;

/**
 * First a quick proof for what most regexes are: anchored, with one loop over single characters, and few ways through
 * the rest; a failure then costs each length of the loop at most those ways. All others are for the automaton of
 * recheck. (Its entry for browsers is used because the one for Node starts workers.) What automata cannot say, such as
 * lookahead, it fuzzes, with a fixed seed.
 */
export function costOf(regex: Regex): Cost {
  if (isPlainlyLinear(parseRegex(regex.source).tree)) return { kind: 'linear' };
  // No viewer sends a line end: with the flag s a dot takes whatever is left, and what cannot happen is no attack.
  const found = automata().checkSync(portable(regex, 'sent').source, 's', bounds);
  if (found.status === 'safe') return { kind: 'linear' };
  if (found.status === 'unknown') return { kind: 'unknown', why: found.error.kind };
  const { type, summary } = found.complexity;
  return {
    kind: type === 'exponential' ? 'exponential' : 'polynomial',
    summary,
    attack: found.attack.pattern,
  };
}

function isPlainlyLinear(tree: Tree): boolean {
  const parts = tree.kind === 'sequence' ? tree.parts : [tree];
  const { ways, loops } = measure(tree);
  if (ways > maxWays || loops > 1) return false;
  return loops === 0 || parts[0]?.kind === 'start' || endsWithLoop(parts);
}

/** Found anywhere, a last loop with nothing behind it stops where it can: it never has to be tried again. */
function endsWithLoop(parts: readonly Tree[]): boolean {
  const last = parts.at(-1);
  if (last === undefined) return false;
  if (last.kind === 'group')
    return endsWithLoop(last.body.kind === 'sequence' ? last.body.parts : [last.body]);
  return last.kind === 'repeat' && last.max === Number.POSITIVE_INFINITY && last.min <= 1;
}

interface Measure {
  /** Ways through the parts that are bounded. */
  readonly ways: number;
  /** Loops without a bound; infinite where one is no plain loop over a character. */
  readonly loops: number;
}

function measure(tree: Tree): Measure {
  switch (tree.kind) {
    case 'group':
      return measure(tree.body);
    case 'look':
      return { ways: 1, loops: Number.POSITIVE_INFINITY };
    case 'sequence':
      return tree.parts
        .map(measure)
        .reduce((one, other) => ({ ways: one.ways * other.ways, loops: one.loops + other.loops }), none);
    case 'choice':
      return tree.options
        .map(measure)
        .reduce((one, other) => ({ ways: one.ways + other.ways, loops: one.loops + other.loops }), {
          ways: 0,
          loops: 0,
        });
    case 'repeat':
      return measureRepeat(tree);
    default:
      return none;
  }
}

const none: Measure = { ways: 1, loops: 0 };

function measureRepeat({ body, min, max }: Tree & { kind: 'repeat' }): Measure {
  const { ways, loops } = measure(body);
  if (max === Number.POSITIVE_INFINITY) {
    const isPlain =
      body.kind === 'character' || body.kind === 'class' || body.kind === 'any' || body.kind === 'byte';
    return { ways: 1, loops: isPlain ? 1 : Number.POSITIVE_INFINITY };
  }
  let sum = 0;
  for (let count = min; count <= max && sum <= maxWays; count++) sum += ways ** count;
  return { ways: sum, loops: loops === 0 ? 0 : Number.POSITIVE_INFINITY };
}
