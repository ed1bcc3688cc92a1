import { percent } from './text';

/**
 * The path as nginx matches it: decoded, slashes merged, dots resolved; bytes as characters of U+0000 to U+00FF.
 * @returns undefined for what nginx answers with 400: a broken escape, a NUL, a way above the root.
 */
export function decodedPath(path: string): string | undefined {
  if (/%(?![\da-f]{2})|%00/i.test(path)) return undefined;
  const bytes = path.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return /\/[./]/.test(bytes) ? resolved(bytes) : bytes;
}

function resolved(path: string): string | undefined {
  const segments: string[] = [];
  const parts = path.split('/').slice(1);
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    if (part === '..' && segments.pop() === undefined) return undefined;
    if (part === '..' || part === '.' || part === '') {
      if (isLast) segments.push('');
    } else segments.push(part);
  }
  return `/${segments.join('/')}`;
}

/** What a capture of the decoded path loses in ngx_escape_uri with NGX_ESCAPE_ARGS (nginx 1.22.1 and 1.26.2). */
const argumentSpecials = /[\0-\x20"#%&+;<>?\\^`{|}\x7f-\xff]+/g;

/**
 * A capture of the decoded path, as rewrite copies it. nginx escapes captures only of requests whose path has a percent
 * or a plus sign (`quoted_uri`, `plus_in_uri`): `/a;b` stays, and of `/a;b%20c` the semicolon goes as `%3B`.
 */
export const escapedCapture = (capture: string, sentPath: string): string =>
  /[%+]/.test(sentPath) ? capture.replace(argumentSpecials, percent) : capture;

/**
 * What a redirecting rewrite makes of text before the first question mark: ngx_unescape_uri with NGX_UNESCAPE_REDIRECT
 * decodes escapes above `%` and below DEL. A decoded question mark ends it: `/a%3Fb` leaks into the query.
 */
export function unescapedRedirect(text: string): string {
  let end = text.length;
  return text.replace(/%[\da-f]{2}|\?/gi, (found, at: number) => {
    if (at > end) return found;
    const decoded = found === '?' ? found : String.fromCharCode(Number.parseInt(found.slice(1), 16));
    if (decoded === '?') end = at;
    return decoded > '%' && decoded < '\x7f' ? decoded : found;
  });
}
