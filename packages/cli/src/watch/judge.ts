import type { Answer } from './ask';
import { certificateText, type Sample } from './sample';

/** What counts as an answer, and what tells who gave it. */
export interface Expectation {
  /** Any other status fails; without it 403, 421 and 5xx do, which is how a CDN says that it serves nobody. */
  readonly status?: number;
  /** Response header whose value names who answers; the certificate does where none is given. */
  readonly who?: string;
}

type Judged = Pick<Sample, 'status' | 'who' | 'certificate' | 'error' | 'failed'>;

/** Whether one answer is what a user should get. */
export function judge(answer: Answer, expect: Expectation): Judged {
  if ('error' in answer) return { error: answer.error, failed: true };
  const { status, certificate } = answer;
  const error = faultOf(status, expect);
  const who = whoOf(answer, expect);
  return {
    status,
    ...(who !== undefined && { who }),
    ...(certificate && { certificate }),
    ...(error !== undefined && { error }),
    failed: error !== undefined,
  };
}

function faultOf(status: number, expect: Expectation): string | undefined {
  if (expect.status !== undefined)
    return status === expect.status ? undefined : `${status} where ${expect.status} is expected`;
  if (status === 403) return '403: refused, as an edge does for a name that no distribution holds';
  if (status === 421) return '421: the connection is not for this name';
  return status >= 500 ? `${status}` : undefined;
}

function whoOf(
  { headers, certificate }: Exclude<Answer, { error: string }>,
  { who }: Expectation,
): string | undefined {
  if (who === undefined) return certificate && certificateText(certificate);
  const value = headers[who.toLowerCase()];
  return value === undefined ? undefined : String(value);
}
