import type { Encoding } from '../model/rule-set';
import type { Call } from './call';
import { unescapedRedirect } from './nginx';
import type { Guard, Piece, Template } from './target';

/** The Location of a request; undefined where a capture is not what its place allows (see `Piece`). */
export function locationOf(
  template: Template,
  encoding: Encoding,
  call: Call,
  captures: readonly string[],
): string | undefined {
  const url = written(template.url, '', encoding, call, captures);
  if (url === undefined) return undefined;
  const whole = url + queryOf(template, url, encoding, call);
  return written(template.fragment, whole, encoding, call, captures);
}

function written(
  pieces: readonly Piece[],
  before: string,
  encoding: Encoding,
  call: Call,
  captures: readonly string[],
): string | undefined {
  let out = before;
  for (const piece of pieces) {
    if (piece.kind === 'text') out += piece.text;
    else if (piece.kind === 'path') out += call.path;
    else {
      const text = (piece.kind === 'capture' ? captures[piece.index] : call.parameter(piece.name)) ?? '';
      if (piece.guard && !isAllowed(text, piece.guard)) return undefined;
      out += encoding === 'nginx' && !out.includes('?') ? unescapedRedirect(text) : text;
    }
  }
  return out;
}

function isAllowed(text: string, guard: Guard): boolean {
  if (guard === 'never') return false;
  return guard === 'label' ? /^[A-Za-z0-9.-]*$/.test(text) : /^(?:$|[/?#])/.test(text);
}

/** What is added of the request's query, with what joins it. */
function queryOf(template: Template, url: string, encoding: Encoding, call: Call): string {
  const { query, joint } = template;
  if (query === 'drop' || call.query === undefined) return '';
  if (query === 'merge') {
    const added = missingIn(url, call.query);
    return added === '' ? '' : joint + added;
  }
  if (call.query === '' && !keepsBareMark(template, encoding)) return '';
  return joint + call.query;
}

/**
 * A bare question mark is kept with what was sent, as `return 301 https://b.org$request_uri` of nginx keeps it; its
 * rewrite adds no empty query to a target of its own.
 */
export const keepsBareMark = ({ joint, url }: Template, encoding: Encoding): boolean =>
  joint === '?' && (encoding === 'raw' || url.some(({ kind }) => kind === 'path'));

/** The parameters that the target does not have; such without a name are none. */
function missingIn(url: string, query: string): string {
  const mark = url.indexOf('?');
  const own = new Set([
    '',
    ...(mark < 0
      ? []
      : url
          .slice(mark + 1)
          .split('&')
          .map(nameOf)),
  ]);
  return query
    .split('&')
    .filter((pair) => !own.has(nameOf(pair)))
    .join('&');
}

const nameOf = (pair: string): string => pair.split('=', 1)[0]!;
