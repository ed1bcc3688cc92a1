import type { Rule } from '../model/rule-set';

/** Pairs of one site that are looked at: what its changed rules share with its others. */
const mostPairs = 5_000;

/**
 * Paths that two rules take, a changed one and another: which of them answers is up to their order, and a request for
 * either alone may not tell.
 */
export function* sharedPaths(changed: readonly Rule[], all: readonly Rule[]): Generator<string> {
  let pairs = 0;
  for (const one of changed) {
    for (const other of all) {
      if (pairs++ === mostPairs) return;
      const path = pathOfBoth(textOf(one), textOf(other));
      if (path !== undefined && one !== other) yield path;
    }
  }
}

/** As a pattern. */
function textOf({ match: { path } }: Rule): string | undefined {
  if (path.kind === 'pattern') return path.pattern;
  return path.kind === 'exact' ? path.path : path.kind === 'any' ? '*' : undefined;
}

/** Undefined where there is none, or nobody sees it from the two texts: regexes. */
function pathOfBoth(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return undefined;
  const met: string[] = [];
  const [mine, theirs] = [one.split('/'), other.split('/')];
  for (let at = 0; at < Math.max(mine.length, theirs.length); at++) {
    const [a, b] = [mine[at], theirs[at]];
    if (a === '*') return [...met, ...theirs.slice(at)].map(filled).join('/');
    if (b === '*') return [...met, ...mine.slice(at)].map(filled).join('/');
    if (a === undefined || b === undefined) return undefined;
    if (a !== b && !a.startsWith(':') && !b.startsWith(':')) return undefined;
    met.push(a.startsWith(':') ? b : a);
  }
  return met.map(filled).join('/');
}

const filled = (segment: string): string => (segment.startsWith(':') || segment === '*' ? 'page' : segment);
