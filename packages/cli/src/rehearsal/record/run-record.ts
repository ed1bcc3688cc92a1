import type { CallRecord, OriginRequest } from '@cutover/local-aws';
import type { Call, DnsAnswer, RunRecord, Stage, WayBack } from '@cutover/report';
import type { LookupRecord, RequestRecord } from '@cutover/traffic-probe';
import type { Rehearsal } from '../rehearsal';
import type { RehearsalReport } from '../report';

/** What was gathered beside the verdict, for the page. Times are milliseconds, as their witnesses count them. */
export interface Gathered {
  readonly log: readonly RequestRecord[];
  readonly lookups: readonly LookupRecord[];
  readonly calls: readonly CallRecord[];
  /** From the start of the world, which the calls count from, to the first request. */
  readonly preparedMs: number;
  readonly stages: readonly Stage[];
  readonly wayBacks: ReadonlyMap<string, { readonly short: string; readonly how: string }>;
  readonly authority: readonly DnsAnswer[];
  readonly origins: readonly OriginRequest[];
}

/** The record of a rehearsal as the page wants it; all figures are those of the JSON report. */
export function runRecordOf(
  { description }: Rehearsal,
  report: RehearsalReport,
  gathered: Gathered,
): RunRecord {
  const { verdict, reasons, simulatedSeconds, finalSide, switches, steps, stacks, notes, hints, replay } =
    report;
  return {
    title: description,
    clock: 'virtual',
    durationSeconds: simulatedSeconds,
    verdict: { passed: verdict === 'PASSED', reasons },
    figures: report,
    requests: gathered.log.map((request) => ({ ...request, t: request.t / 1000 })),
    finalSide,
    switches,
    answersByRule: report.answersByRule,
    steps,
    stages: gathered.stages,
    wayBack: wayBackOf(gathered.wayBacks),
    dns: [...gathered.authority, ...resolverAnswers(gathered.lookups)],
    origins: gathered.origins
      .filter(({ at }) => at >= gathered.preparedMs)
      .map(({ at, originDomainName, distributionId, status }) => ({
        t: (at - gathered.preparedMs) / 1000,
        origin: originDomainName,
        distribution: distributionId,
        status,
      })),
    calls: gathered.calls.map((call) => callOf(call, gathered.preparedMs)),
    stacks,
    hints,
    notes,
    replay,
  };
}

function callOf(call: CallRecord, preparedMs: number): Call {
  const { at, into, actor, service, operation, input, outcome, etag, fault } = call;
  return { t: (at + into - preparedMs) / 1000, actor, service, operation, input, outcome, etag, fault };
}

const nobodyPrepared: WayBack = {
  short: 'None was prepared',
  sentences: [
    'No migration took part, so nothing knows how to put the names back. By hand it is the same steps the other way round, with the same waiting for each.',
  ],
};

/** One migration speaks for itself; of several, those that say the same speak together. */
export function wayBackOf(wayBacks: Gathered['wayBacks']): WayBack {
  const all = [...wayBacks];
  const [only] = all;
  if (!only) return nobodyPrepared;
  if (all.length === 1) return { short: only[1].short, sentences: [only[1].how] };
  const shorts = [...new Set(all.map(([, { short }]) => short))];
  return { short: shorts.join('; '), sentences: all.map(([of, { how }]) => `${of}: ${how}`) };
}

/** What the public resolver answered, where it differs from what it had answered before. */
export function resolverAnswers(lookups: readonly LookupRecord[]): DnsAnswer[] {
  const last = new Map<string, string>();
  return lookups.flatMap(({ t, name, addresses, through, error }) => {
    const answer = error ?? [...through.map((each) => `CNAME ${each}`), addresses.join(', ')].join(': ');
    if (last.get(name) === answer) return [];
    last.set(name, answer);
    return [{ t: t / 1000, name, witness: 'public resolver', answer }];
  });
}
