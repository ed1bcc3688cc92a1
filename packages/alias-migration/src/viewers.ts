import type { Verification } from './migration';
import type { NameViewers } from './observed';
import type { Alarm, ViewerAnswer } from './port';

/**
 * What the answers of one round say.
 * - `other`: healthy, but not (yet) from the side that the expected header tells.
 * - `bad`: what a user would call broken, at an address that failed every ask of the round.
 */
export type Judgement =
  | { readonly kind: 'good' }
  | { readonly kind: 'other'; readonly reason: string }
  | { readonly kind: 'bad'; readonly reason: string };

/** 403 is CloudFront's answer for a host that no distribution claims, 421 for a connection that may not be reused. */
const REFUSALS = [403, 421];

/** Users' names: status and header as the verification expects. */
export const judgeNames = (viewers: readonly NameViewers[], expected: Verification): Judgement =>
  worst(viewers.map((viewer) => judgeHost(viewer, (answer) => judgeAnswer(answer, expected))));

/**
 * The canary's host is made up, so its origin may know no page for it: any status counts that shows the target at
 * work, and where a header marks the target, that header.
 */
export const judgeCanary = (viewers: readonly NameViewers[], expected: Verification): Judgement =>
  worst(
    viewers.map((viewer) =>
      judgeHost(viewer, (answer) => judgeAnswer(answer, { ...expected, expectStatus: undefined })),
    ),
  );

/** The bypass is neither side: no header of the target, and a page of its own perhaps. */
export const judgeBypass = (viewers: readonly NameViewers[], expected: Verification): Judgement =>
  worst(
    viewers.map((viewer) =>
      judgeHost(viewer, (answer) =>
        judgeAnswer(answer, { ...expected, expectStatus: undefined, expectHeader: undefined }),
      ),
    ),
  );

function judgeAnswer(answer: ViewerAnswer, expected: Verification): Judgement {
  if (answer.kind === 'failed') return { kind: 'bad', reason: `${answer.address}: ${answer.reason}` };
  const { status, address } = answer;
  const { expectStatus, expectHeader: header } = expected;
  if (status >= 500 || REFUSALS.includes(status))
    return { kind: 'bad', reason: `${address} answered ${status}` };
  // The header says who answered; the other side may have its own idea of the status.
  const value = header && answer.headers[header.name.toLowerCase()];
  if (header && value !== header.value)
    return {
      kind: 'other',
      reason: `${address} answered ${header.name}: ${value ?? 'nothing'}, not ${header.value}`,
    };
  if (expectStatus !== undefined && status !== expectStatus)
    return { kind: 'bad', reason: `${address} answered ${status}, not ${expectStatus}` };
  return { kind: 'good' };
}

function judgeHost(viewer: NameViewers, judge: (answer: ViewerAnswer) => Judgement): Judgement {
  const answers = viewer.asks.flat();
  if (answers.length === 0) return { kind: 'bad', reason: `${viewer.host}: DNS gave no address` };
  const addresses = [...new Set(answers.map((answer) => answer.address))];
  const verdicts = addresses.map((address) =>
    best(answers.filter((answer) => answer.address === address).map(judge)),
  );
  const found = worst(verdicts);
  return found.kind === 'good' ? found : { ...found, reason: `${viewer.host} at ${found.reason}` };
}

const rank = { good: 0, other: 1, bad: 2 } as const;
const worst = (judgements: readonly Judgement[]): Judgement =>
  judgements.reduce<Judgement>((one, other) => (rank[other.kind] > rank[one.kind] ? other : one), {
    kind: 'good',
  });
const best = (judgements: readonly Judgement[]): Judgement =>
  judgements.reduce((one, other) => (rank[other.kind] < rank[one.kind] ? other : one));

/** The first alarm in ALARM, in words; undefined: all is quiet. One without data says nothing either way. */
export function ringing(alarms: readonly Alarm[]): string | undefined {
  const alarm = alarms.find(({ state }) => state === 'ALARM');
  return alarm && `the alarm ${alarm.arn} is in ALARM (${alarm.reason})`;
}
