import type { AnyNode } from 'acorn';
import type { Finding, Rule } from '../rule';
import { walk } from '../walk';

/** PCRE reads the pattern, so it must mean the same there as in JavaScript: the other engines, and people, read that. */
export const regexes: Rule = {
  name: 'regex',
  check({ program }) {
    const findings: Finding[] = [];
    walk(program, (node) => {
      const regex = regexIn(node);
      const problem = regex && regexProblem(regex.source, regex.flags);
      if (problem) findings.push({ at: node, ...problem });
    });
    return findings;
  },
};

interface Written {
  readonly source: string;
  readonly flags: string;
}

function regexIn(node: AnyNode): Written | undefined {
  if (node.type === 'Literal' && node.regex) return { source: node.regex.pattern, flags: node.regex.flags };
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return undefined;
  if (node.callee.type !== 'Identifier' || node.callee.name !== 'RegExp') return undefined;
  const [source, flags] = node.arguments.map((each) => (each.type === 'Literal' ? each.value : undefined));
  if (node.arguments.length > 1 && typeof flags !== 'string') return undefined;
  return typeof source === 'string' ? { source, flags: typeof flags === 'string' ? flags : '' } : undefined;
}

/** Escapes that JavaScript takes for the letter itself and PCRE for something else; both read the rest alike. */
const alike = /\\(?:[dDwWsSbBnrtfv0-9]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|c[A-Za-z]|k<|[^A-Za-z0-9])/y;

interface Trap {
  readonly regex: RegExp;
  /** Whether it is one within `[...]`. */
  readonly inClass: boolean;
  readonly what: string;
  readonly instead: string;
}

const traps: readonly Trap[] = [
  {
    regex: /\[\^?\]/y,
    inClass: false,
    what: 'PCRE has no empty class',
    instead: '[\\s\\S] for any character, (?!) for none',
  },
  {
    regex: /\[[:.=]/y,
    inClass: true,
    what: 'PCRE reads [: as the begin of a POSIX class',
    instead: 'the bracket last or escaped',
  },
  {
    regex: /\\[dDwWsS]-[^\]]|[^\]\\]-\\[dDwWsS]/y,
    inClass: true,
    what: 'PCRE takes no class as the end of a range',
    instead: 'the hyphen last or escaped',
  },
];

/** What is wrong with a regex for CloudFront; undefined: nothing. */
export function regexProblem(source: string, flags = ''): { what: string; instead: string } | undefined {
  const flag = /[^gim]/.exec(flags)?.[0];
  if (flag !== undefined) return { what: `there is no regex flag ${flag}`, instead: 'the flags g, i and m' };
  try {
    new RegExp(source, flags);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { what: error.message, instead: 'a regex that is one in JavaScript and in PCRE alike' };
  }
  return firstTrap(source) ?? repeatedName(source);
}

function firstTrap(source: string): { what: string; instead: string } | undefined {
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const trap = traps.find((each) => each.inClass === inClass && matchesAt(each.regex, source, at));
    if (trap !== undefined) return { what: `${trap.what}: ${source}`, instead: trap.instead };
    if (source[at] === '[') inClass = true;
    else if (source[at] === ']') inClass = false;
    else if (source[at] === '\\') {
      if (!matchesAt(alike, source, at)) {
        const written = source.slice(at, at + 2);
        return { what: `PCRE and JavaScript read ${written} differently`, instead: 'a class: [...]' };
      }
      at++;
    }
  }
  return undefined;
}

function matchesAt(regex: RegExp, text: string, at: number): boolean {
  regex.lastIndex = at;
  return regex.test(text);
}

function repeatedName(source: string): { what: string; instead: string } | undefined {
  const names = Array.from(source.matchAll(/\(\?<([A-Za-z_$][\w$]*)>/g), ([, name]) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  return twice === undefined
    ? undefined
    : { what: `the group ${twice} is there twice`, instead: 'a name for each group' };
}
