import { groupBy, type Instant } from '@cutover/ground';
import { type Answer, hostsOf, prepare } from '@cutover/redirect-rules';
import { type AnswersByRule, intervalSeconds, type RuleAnswer } from '@cutover/report';
import type { RequestRecord } from '@cutover/traffic-probe';
import type { ServedGeneration } from './rule-log';

export interface Asked {
  /** Of every request. */
  readonly path: string;
  readonly startedAt: Instant;
  readonly durationSeconds: number;
}

/**
 * Which rule has answered how many requests when. An answer does not say by which rule it is: told from status and
 * location, next to what the rules of each generation mean. Undefined where no redirect site has any of the names.
 */
export function answersByRule(
  log: readonly RequestRecord[],
  generations: readonly ServedGeneration[],
  { path, startedAt, durationSeconds }: Asked,
): AnswersByRule | undefined {
  const readers = generations.map(readerOf);
  const everySeconds = intervalSeconds(durationSeconds);
  const intervals = Math.max(1, Math.ceil(durationSeconds / everySeconds));
  const answered = log
    .filter(({ name, status }) => status !== undefined && readers.some(({ has }) => has(name)))
    .map((request) => ({ request, by: byWhom(request, readers, path, startedAt) }));
  if (answered.length === 0) return undefined;
  const groups = groupBy(answered, ({ request, by }) =>
    JSON.stringify([request.name, request.status, request.location, by]),
  );
  return {
    everySeconds,
    answers: [...groups.values()].map(([first, ...others]): RuleAnswer => {
      const { request, by } = first!;
      const { name, status = 0, location } = request;
      const times = [first!, ...others].map((each) => each.request.t / 1000);
      return {
        name,
        ...by,
        status,
        ...(location !== undefined && { location }),
        requests: times.length,
        from: times[0] ?? 0,
        to: times.at(-1) ?? 0,
        perInterval: countsOf(times, everySeconds, intervals),
      };
    }),
  };
}

interface Reader {
  readonly number: number;
  readonly has: (name: string) => boolean;
  readonly answerTo: (name: string, path: string, now: Instant) => Answer;
}

function readerOf({ number, rules }: ServedGeneration): Reader {
  const answerTo = prepare(rules);
  return { number, has: hostsOf(rules), answerTo: (host, uri, now) => answerTo({ host, uri, now }) };
}

/** The rule, and those of its generations that answer so. */
function byWhom(
  { name, status, location, t }: RequestRecord,
  readers: readonly Reader[],
  path: string,
  startedAt: Instant,
): Pick<RuleAnswer, 'rule' | 'generations'> {
  const found = readers
    .filter(({ has }) => has(name))
    .map(({ number, answerTo }) => ({ number, answer: answerTo(name, path, startedAt + t) }))
    .filter(({ answer }) => answer.status === status && answer.location === location);
  const rule = found.at(-1)?.answer.rule;
  const generations = found.filter(({ answer }) => answer.rule === rule).map(({ number }) => number);
  return { ...(rule !== undefined && { rule }), generations };
}

function countsOf(times: readonly number[], everySeconds: number, intervals: number): number[] {
  const counts = new Array<number>(intervals).fill(0);
  for (const t of times) {
    const at = Math.min(intervals - 1, Math.floor(t / everySeconds));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
