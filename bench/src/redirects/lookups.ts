import { type Answer, prepare, type Request, type RuleSet } from '@cutover/redirect-rules';
import { bulkRules } from '../../../packages/redirect-rules/test/support/bulk';
import type { Pair, Side } from '../compare';

/** `evaluate`, prepared, on one host's redirects; requests go over all of them. */
export function lookupPairs(quick: boolean): Pair[] {
  const redirects = quick ? 100 : 100_000;
  const rules = bulkRules({ redirects });
  const host = rules.sites[0]!.hosts[0]!;
  const paths = rules.sites[0]!.rules.flatMap(({ match: { path } }) =>
    path.kind === 'exact' ? path.path : [],
  );
  const requests = Array.from({ length: 1_000 }, (_, at): Request => {
    return { host, uri: paths[(at * 7_919) % paths.length]!, now: 0 };
  });
  const name = `lookups of evaluate, ${redirects.toLocaleString('en')} paths`;
  const ours = perSecond(prepare(rules), requests, quick ? 1 : 20);
  return [
    {
      name,
      unit: 'per second',
      against: 'a Map with an entry a redirect',
      ours,
      peer: perSecond(inMap(rules), requests, quick ? 1 : 20),
    },
    { name, unit: 'per second', against: 'a linear scan', ours, peer: perSecond(scan(rules), requests, 1) },
  ];
}

type Answering = (request: Request) => Answer | undefined;

const perSecond = (answer: Answering, requests: readonly Request[], times: number): Side => ({
  async sample() {
    const started = performance.now();
    for (let time = 0; time < times; time++) for (const request of requests) answer(request);
    return (times * requests.length * 1_000) / (performance.now() - started);
  },
});

function inMap({ sites }: RuleSet): Answering {
  const answers = new Map<string, Answer>();
  for (const { path, location } of plainRedirects(sites)) answers.set(path, found(location));
  return ({ host, uri }) => answers.get(host + uri.split('?', 1)[0]);
}

function scan({ sites }: RuleSet): Answering {
  const all = plainRedirects(sites);
  return ({ host, uri }) => {
    const path = host + uri.split('?', 1)[0];
    const redirect = all.find((each) => each.path === path);
    return redirect && found(redirect.location);
  };
}

const found = (location: string): Answer => ({ status: 301, location, headers: {}, rule: '' });

const plainRedirects = (sites: RuleSet['sites']) =>
  sites.flatMap(({ hosts, rules }) =>
    rules.map(({ match: { path }, outcome }) => ({
      path: `${hosts[0]}${path.kind === 'exact' ? path.path : ''}`,
      location: outcome.target?.url ?? '',
    })),
  );
