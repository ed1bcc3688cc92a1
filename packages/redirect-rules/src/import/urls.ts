import type { AuthorMatch } from '../read/author';

/** For lists that name paths alone: rules belong to hosts, and a person puts the right one in. */
export const placeholderHost = 'www.example.com';

export interface SourceUrl {
  /** Absent: the list gives a path alone. */
  readonly host?: string;
  readonly scheme?: 'http' | 'https';
  /** Percent-encoded, as a viewer sends it. */
  readonly path: string;
  /** Without its question mark. */
  readonly query?: string;
}

/** As the schema of rule files says. */
const maxPathLength = 2048;
const sourceShape = /^(?:(https?):\/\/)?([^/?#\s]*)(\/[^?#]*)?(?:\?([^#]*))?(#.*)?$/i;
const hostShape = /^(\*\.)?[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)+$/;

/** The parts of a URL or path to redirect from; a text says why it is none. */
export function sourceOf(text: string): SourceUrl | string {
  const parts = sourceShape.exec(text);
  if (parts === null) return 'this is no URL and no path';
  const [, scheme, authority = '', path = '/', query, fragment] = parts;
  if (fragment !== undefined) return 'a viewer never sends what follows #, so that no rule can see it';
  const sent = asSent(path);
  if (sent.length > maxPathLength) return `its path has ${sent.length} characters; ${maxPathLength} are read`;
  if (authority === '' && scheme === undefined) return { path: sent, ...(query !== undefined && { query }) };
  if (/:\d+$/.test(authority)) return 'rules answer on the ports of http and https alone';
  const host = asciiHost(authority);
  if (host === undefined) return `${authority || 'nothing'} is no host name`;
  return {
    host,
    path: sent,
    ...(scheme !== undefined && { scheme: scheme.toLowerCase() as 'http' | 'https' }),
    ...(query !== undefined && { query }),
  };
}

/** Of a name in DNS. */
const maxHostLength = 253;

/** Lower case, in the form that DNS has; nothing where it is no host. */
function asciiHost(authority: string): string | undefined {
  if (authority.length > maxHostLength) return undefined;
  const lower = authority.toLowerCase();
  if (hostShape.test(lower)) return lower;
  if (!/[^\x20-\x7e]/.test(lower) || !URL.canParse(`http://${lower}/`)) return undefined;
  const { hostname } = new URL(`http://${lower}/`);
  return hostShape.test(hostname) ? hostname : undefined;
}

/** What a browser makes of characters that a URL cannot carry; what is encoded already stays as it is. */
export function asSent(text: string): string {
  return text.replace(/[^\x21-\x7e]+|["<>`{}]/g, (characters) =>
    [...new TextEncoder().encode(characters)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}

/** A location in which nothing is a capture: in a target `$` and `:name` mean something. */
export const literalTarget = (url: string): string => url.replaceAll('$', '$$$$');

/** A match of exactly this path, also where it looks like a placeholder or a splat. */
export function literalMatch(path: string): string | AuthorMatch {
  return looksLikePattern(path) ? { Regex: `^${escaped(path)}$` } : path;
}

export const looksLikePattern = (path: string): boolean => /\/:|\*/.test(path);
export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
