import type { Answer, Request } from '@cutover/redirect-rules';

const shape =
  'write {"host":"a.example.com","uri":"/path?query"}, with "headers":{"name":"value"} if need be';

/** A line that is no request. */
export class BadLine extends Error {
  override readonly name = 'BadLine';
}

/**
 * One request as `cutover redirects answer` reads it.
 *
 * @throws BadLine
 */
export function requestOf(text: string, now: number): Request {
  const { host, uri, headers = {} } = objectIn(text);
  if (typeof host !== 'string' || host === '') throw new BadLine(`host is no name; ${shape}`);
  if (typeof uri !== 'string' || !uri.startsWith('/'))
    throw new BadLine(`uri does not begin with a slash; ${shape}`);
  if (/[\s\p{Cc}]/u.test(uri))
    throw new BadLine('uri has a space or a control character; write it as it is sent, %20');
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers))
    throw new BadLine(`headers is no object; ${shape}`);
  const entries = Object.entries(headers).map(([name, value]: [string, unknown]) => {
    if (typeof value !== 'string') throw new BadLine(`the header ${name} is no text; ${shape}`);
    return [name.toLowerCase(), value] as const;
  });
  return { host: host.toLowerCase().replace(/:\d+$/, ''), uri, headers: Object.fromEntries(entries), now };
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new BadLine(`it is no JSON; ${shape}`);
  }
  throw new BadLine(`it is no JSON object; ${shape}`);
}

/** An answer as a line; the location of an answer without one is empty. */
export const lineOf = ({ status, location = '', headers, rule }: Answer): string =>
  `${JSON.stringify({ status, location, headers, rule })}\n`;
