import { answerOf, runFunction, viewerRequest } from '@cutover/edge-functions';
import { prepare, type Request, type Rule } from '@cutover/redirect-rules';
import { isCorpusThere } from '../../../packages/redirect-rules/test/import/corpus';
import { corpusRules, recordedRequests } from '../../../packages/redirect-rules/test/support/corpora';
import { type Deployed, layoutsOf } from './in-njs';

/** Requests that rules of one kind answer, and both functions alike. */
export interface MeasuredClass {
  readonly name: string;
  readonly ours: Deployed;
  readonly peer: Deployed;
  readonly requests: readonly Request[];
}

/** Of each class so many, spread over the recording. */
const ofEach = 3;

/** Mozilla's rules by what answers the recorded requests; none where they are not beside the project. */
export async function classesOfMozilla(): Promise<MeasuredClass[]> {
  if (!isCorpusThere) return [];
  const rules = corpusRules('prod-refractr.yml');
  const { ours, straightforward: peer } = layoutsOf(rules);
  const requests = await answeredAlike(ours, peer, recordedRequests());
  const known = new Map(rules.sites.flatMap((site) => site.rules.map((rule) => [rule.id, rule])));
  const names = new Set(rules.sites.flatMap(({ hosts }) => hosts));
  const evaluate = prepare(rules);
  const classes = new Map<string, Request[]>();
  for (const request of requests) {
    const kind = kindOf(known.get(evaluate(request).rule ?? ''));
    const name = names.has(request.host) ? kind : `${kind} below a wildcard`;
    classes.set(name, [...(classes.get(name) ?? []), request]);
  }
  return [...classes].map(([kind, all]) => ({
    name: `Mozilla's: ${kind}`,
    ours,
    peer,
    requests: spread(all),
  }));
}

const spread = (all: readonly Request[]): Request[] =>
  all.filter((_, at) => at % Math.ceil(all.length / ofEach) === 0);

function kindOf(rule: Rule | undefined): string {
  if (!rule) return 'no rule';
  const { path, queryRegex, uriRegex } = rule.match;
  if (queryRegex) return 'a regex of the query';
  if (uriRegex) return 'a regex of path and query';
  if (path.kind === 'regex') return 'a regex of the decoded path';
  if (path.kind !== 'any') return path.kind === 'exact' ? 'an exact path' : 'a pattern';
  return rule.outcome.target?.path === 'keep' ? 'a host that moved' : 'one target';
}

async function answeredAlike(
  ours: Deployed,
  peer: Deployed,
  requests: readonly Request[],
): Promise<Request[]> {
  const events = requests.map((request) => viewerRequest(request));
  const answersOf = async ({ code, store }: Deployed): Promise<string[]> =>
    (await runFunction('vm', { code, store, events })).map((result, at) =>
      JSON.stringify(canonical(answerOf(result, events[at]!))),
    );
  const [one, other] = [await answersOf(ours), await answersOf(peer)];
  return requests.filter((_, at) => one[at] === other[at]);
}

const canonical = ({ headers, ...rest }: ReturnType<typeof answerOf>) => [
  Object.entries(headers).sort(),
  Object.entries(rest).sort(),
];
