import type { Rule, Target } from '../model/rule-set';
import { type Condition, captureCount } from './condition';
import { asSent } from './text';

/**
 * A part of a location. A capture may stand anywhere, and what it may be depends on where:
 *
 * - behind the host (the first `/`, `?` or `#` after the scheme): anything;
 * - `label`: within the host, text of the host following: letters, digits, hyphens and dots only;
 * - `end`: it ends the host, so it must be empty or begin with `/`, `?` or `#`;
 * - `never`: it would be the scheme or the whole host.
 *
 * Where a capture is not as it must be, the rule does not match, so that no request can choose scheme or site. It
 * cannot break the header either: captures are of printable ASCII, whatever was sent.
 */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  /** Index into what the conditions captured, in their order. */
  | { readonly kind: 'capture'; readonly index: number; readonly guard?: Guard }
  | { readonly kind: 'parameter'; readonly name: string; readonly guard?: Guard }
  /** The request's path, as it was sent. */
  | { readonly kind: 'path' };

export type Guard = 'label' | 'end' | 'never';

/** A target, read. */
export interface Template {
  /** Up to the fragment. */
  readonly url: readonly Piece[];
  readonly fragment: readonly Piece[];
  readonly query: Target['query'];
  /** What stands between the target and the request's query, said by the target's own text. */
  readonly joint: '?' | '&' | '';
}

/** A target that names a capture which is not there, or which engines fill differently. */
export class TargetProblem extends Error {
  override readonly name = 'TargetProblem';
}

/** @throws TargetProblem */
export function templateOf(
  target: Target,
  rule: Rule | undefined,
  conditions: readonly Condition[],
): Template {
  const isPattern = rule?.match.path.kind === 'pattern';
  // Nearly all of a long list: a text, and that is all.
  if (target.path === 'drop' && !isPattern && !/[$?#]/.test(target.url)) {
    return { url: textPiece(asSent(target.url)), fragment: nothing, query: target.query, joint: '?' };
  }
  const captures = namedCaptures(conditions);
  const pieces = guarded(piecesOf(target.url, captures, isPattern));
  const { head, tail: fragment } = cutAtText(pieces, '#');
  const { head: path, tail: query } = cutAtText(head, '?');
  const url =
    target.path === 'keep' ? [...withoutLastSlash(path), { kind: 'path' as const }, ...query] : head;
  return { url, fragment, query: target.query, joint: jointOf(head) };
}

function jointOf(pieces: readonly Piece[]): Template['joint'] {
  const texts = pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.text] : []));
  if (!texts.some((text) => text.includes('?'))) return '?';
  const last = pieces.at(-1);
  return last?.kind === 'text' && last.text.endsWith('?') ? '' : '&';
}

interface Named {
  readonly name?: string;
  readonly isStable: boolean;
}

/** In the order in which numbers count them: of the path, of the query's regex, of the parameters' by name. */
function namedCaptures(conditions: readonly Condition[]): Named[] {
  return conditions.flatMap((condition): Named[] => {
    if (condition.kind === 'prefix') return [{ name: 'splat', isStable: true }];
    if (captureCount(condition) === 0 || !('regex' in condition)) return [];
    const { captures, unstable } = condition.regex;
    return captures.map(({ name, number }) => ({ name, isStable: !unstable.has(number) }));
  });
}

const references =
  /\$\$|\$\{query\.([^}]+)\}|\$\{([A-Za-z_]\w*|\d)\}|\$([A-Za-z_]\w*|[1-9])|:([A-Za-z_]\w*)/g;

function piecesOf(url: string, captures: readonly Named[], isPattern: boolean): Piece[] {
  const pieces: Piece[] = [];
  let text = '';
  let end = 0;
  const flush = (piece: Piece): void => {
    if (text !== '') pieces.push({ kind: 'text', text });
    text = '';
    pieces.push(piece);
  };
  for (const found of url.matchAll(references)) {
    text += asSent(url.slice(end, found.index));
    end = found.index + found[0].length;
    const [all, parameter, braced, plain, colon] = found;
    const name = braced ?? plain ?? colon;
    if (all === '$$') text += '$';
    else if (parameter !== undefined) flush({ kind: 'parameter', name: asSent(parameter) });
    else if (colon !== undefined && !(isPattern && captures.some((each) => each.name === colon))) text += all;
    else flush({ kind: 'capture', index: indexOf(name!, captures) });
  }
  text += asSent(url.slice(end));
  if (text !== '') pieces.push({ kind: 'text', text });
  return pieces;
}

function indexOf(name: string, captures: readonly Named[]): number {
  const index = /^\d$/.test(name) ? Number(name) - 1 : captures.findIndex((each) => each.name === name);
  const capture = captures[index];
  if (capture === undefined) {
    throw new TargetProblem(
      `the target names $${name}, which nothing captures: write "$$" for a dollar sign`,
    );
  }
  if (!capture.isStable) {
    throw new TargetProblem(
      `$${name} is a group that a turn of its loop may skip: capture the loop as a whole`,
    );
  }
  return index;
}

function guarded(pieces: readonly Piece[]): Piece[] {
  const scheme = pieces[0]?.kind === 'text' ? (/^[a-z][a-z\d+.-]*:\/\//.exec(pieces[0].text)?.[0] ?? '') : '';
  const hosts = hostTexts(pieces, scheme.length);
  return pieces.map((piece, at): Piece => {
    if (piece.kind === 'text' || piece.kind === 'path' || at >= hosts.length) return piece;
    const isAnchored = (texts: readonly string[]) => scheme !== '' && texts.some((text) => text !== '');
    const guard = isAnchored(hosts.slice(at)) ? 'label' : isAnchored(hosts.slice(0, at)) ? 'end' : 'never';
    return { ...piece, guard };
  });
}

/** For each piece that the host has a part in, its text there; captures have none. */
function hostTexts(pieces: readonly Piece[], schemeLength: number): string[] {
  const texts: string[] = [];
  for (const [at, piece] of pieces.entries()) {
    const text = piece.kind === 'text' ? piece.text.slice(at === 0 ? schemeLength : 0) : '';
    const end = text.search(/[/?#]/);
    texts.push(end < 0 ? text : text.slice(0, end));
    if (end >= 0) break;
  }
  return texts;
}

interface Cut {
  readonly head: Piece[];
  readonly tail: Piece[];
}

/** Before and from the first place where the author's own text has the mark. */
function cutAtText(pieces: readonly Piece[], mark: string): Cut {
  const at = pieces.findIndex((piece) => piece.kind === 'text' && piece.text.includes(mark));
  const piece = pieces[at];
  if (piece?.kind !== 'text') return { head: [...pieces], tail: [] };
  const cut = piece.text.indexOf(mark);
  const head = [...pieces.slice(0, at), ...textPiece(piece.text.slice(0, cut))];
  const tail = [...textPiece(piece.text.slice(cut)), ...pieces.slice(at + 1)];
  return { head, tail };
}

const nothing: readonly Piece[] = [];

const textPiece = (text: string): Piece[] => (text === '' ? [] : [{ kind: 'text', text }]);

function withoutLastSlash(pieces: readonly Piece[]): Piece[] {
  const last = pieces.at(-1);
  if (last?.kind !== 'text' || !last.text.endsWith('/')) return [...pieces];
  return [...pieces.slice(0, -1), ...textPiece(last.text.slice(0, -1))];
}
