import type { Outcome } from './https/outcome';
import type { Expectation } from './plan';
import type { RequestRecord } from './request-record';

/**
 * Whether one answer is what a user should get. The rule knows no plan of the migration: an answer fails when
 * there is none, on 403, 421 and any 5xx (even where the file expects them: they are how a CDN says that it has
 * nobody to serve the name), on another status than expected, and when neither side or both have marked it.
 */
export function judge(
  outcome: Outcome,
  expect: Expectation,
): Pick<RequestRecord, 'status' | 'location' | 'side' | 'error' | 'failed'> {
  if ('error' in outcome) return { error: outcome.error, failed: true };
  const { status, headers } = outcome;
  const { location } = headers;
  const marked = sidesOf(headers, expect);
  const side = marked.length === 1 ? marked[0] : undefined;
  const error = faultOf(status, marked, expect);
  return {
    status,
    ...(location !== undefined && { location: String(location) }),
    ...(side && { side }),
    ...(error && { error }),
    failed: error !== undefined,
  };
}

function faultOf(status: number, marked: readonly string[], expect: Expectation): string | undefined {
  if (status === 403) return '403: the edge refuses the name';
  if (status === 421) return '421: the edge says that the connection is not for this name';
  if (status >= 500) return `${status} from ${marked[0] ?? 'neither side'}`;
  if (status !== expect.status) return `${status} where ${expect.status} is expected`;
  if (marked.length === 0) return `answered by neither side (${Object.keys(expect.sides).join(', ')})`;
  if (marked.length > 1) return `answered by more than one side (${marked.join(', ')})`;
  return undefined;
}

const sidesOf = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
  { sides }: Expectation,
): string[] =>
  Object.entries(sides).flatMap(([side, mark]) =>
    String(headers[mark.header.toLowerCase()] ?? '') === mark.value ? [side] : [],
  );
