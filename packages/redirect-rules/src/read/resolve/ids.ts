import { createHash } from 'node:crypto';
import type { Match, PathMatch } from '../../model/rule-set';

const maxWords = 64;

/**
 * An id of a rule that has none: site and match, so that it stays when other rules come and go. Rules of one site with
 * the same match are numbered in their order.
 */
export class Ids {
  private readonly taken = new Set<string>();
  /** The number to try next, of ids that were numbered. */
  private readonly numbers = new Map<string, number>();

  /** False where it is taken. */
  take(id: string): boolean {
    if (this.taken.has(id)) return false;
    this.taken.add(id);
    return true;
  }

  takeFor(site: string, match: Match): string {
    return this.takeNumbered(`${site}${wordsOf(match)}`);
  }

  takeNumbered(id: string): string {
    if (this.take(id)) return id;
    let number = this.numbers.get(id) ?? 2;
    while (!this.take(`${id}~${number}`)) number++;
    this.numbers.set(id, number + 1);
    return `${id}~${number}`;
  }
}

/** The path where it says all; with a hash of the rest where there is more. */
function wordsOf({ path, query, queryRegex, uriRegex, country }: Match): string {
  const readable = readableOf(path);
  const words = readable.slice(0, maxWords);
  const isAll = words === readable && path.kind !== 'regex' && !query && !queryRegex && !uriRegex && !country;
  if (isAll) return words;
  const rest = JSON.stringify([path, query, queryRegex, uriRegex, country]);
  return `${words}~${createHash('sha256').update(rest).digest('hex').slice(0, 8)}`;
}

function readableOf(path: PathMatch): string {
  switch (path.kind) {
    case 'any':
      return ' any';
    case 'exact':
      return path.path;
    case 'pattern':
      return path.pattern;
    case 'regex':
      return `/${path.regex.source.replace(/[^\w./-]+/g, '-').replace(/^[-/]+|[-/]+$/g, '')}`;
  }
}
