import type { Rule, RuleSet } from '@cutover/redirect-rules';

/*
 * The peer: what one writes first. A key for each redirect with JSON as its value, and one for each host with JSON of
 * the rules that are tried in order. It knows exact paths, any path and regexes, and keeps path and query or drops them.
 */

interface PlainRule {
  readonly regex?: string;
  readonly on?: 'path' | 'query';
  readonly status: number;
  readonly to: string;
  readonly path?: boolean;
  readonly query?: boolean;
}

/** Items of a store, as `compile` makes them. */
export function straightforwardItems({ sites }: RuleSet): Map<string, string> {
  const items = new Map<string, string>();
  for (const { hosts, rules } of sites) {
    for (const host of hosts) {
      const listed: PlainRule[] = [];
      for (const rule of rules) {
        if (rule.match.path.kind !== 'exact') listed.push(plainOf(rule));
        else items.set(`${host}${rule.match.path.path}`, JSON.stringify(plainOf(rule)));
      }
      if (listed.length > 0) items.set(host, JSON.stringify(listed));
    }
  }
  return items;
}

/** All rules of a host in its item, in their order: a linear scan. */
export function scannedItems({ sites }: RuleSet): Map<string, string> {
  return new Map(
    sites.flatMap(({ hosts, rules }) =>
      hosts.map((host): [string, string] => [host, JSON.stringify(rules.map(scannedOf))]),
    ),
  );
}

function plainOf({ match, outcome }: Rule): PlainRule {
  const { path, queryRegex } = match;
  const { target, status } = outcome;
  const regex = queryRegex?.source ?? (path.kind === 'regex' ? path.regex.source : undefined);
  return {
    ...(regex === undefined ? {} : { regex }),
    ...(queryRegex === undefined ? {} : { on: 'query' as const }),
    status,
    to: target?.url ?? '',
    ...(target?.path === 'keep' && { path: true }),
    ...(target?.query === 'keep' && { query: true }),
  };
}

const scannedOf = (rule: Rule): PlainRule => {
  const { path } = rule.match;
  return path.kind === 'exact' ? { regex: `^${path.path}$`, ...plainOf(rule) } : plainOf(rule);
};

/** For both layouts: where no item has the path, there is but the host's. */
export const straightforwardCode = `import cf from 'cloudfront';

const store = cf.kvs();

async function find(key) {
  try {
    return await store.get(key, { format: 'json' });
  } catch (error) {
    return null;
  }
}

async function handler(event) {
  const request = event.request;
  const host = request.headers.host.value;
  const exact = await find(host + request.uri);
  if (exact) return respond(exact, request, []);
  let rules = await find(host);
  for (let dot = host.indexOf('.'); !rules && dot > 0; dot = host.indexOf('.', dot + 1)) {
    rules = await find('*' + host.slice(dot));
  }
  rules = rules || [];
  for (let i = 0; i < rules.length; i++) {
    const rule = rules[i];
    const text = rule.on === 'query' ? request.rawQueryString() || '' : request.uri;
    const found = rule.regex ? new RegExp(rule.regex).exec(text) : [];
    if (found) return respond(rule, request, found);
  }
  return { statusCode: 404 };
}

function respond(rule, request, groups) {
  let location = rule.to.replace(/\\$(\\d)/g, function (all, digit) { return groups[Number(digit)] || ''; });
  if (rule.path) location = location.replace(/\\/$/, '') + request.uri;
  const query = rule.query ? request.rawQueryString() : undefined;
  if (query) location += '?' + query;
  return { statusCode: rule.status, headers: { location: { value: location } } };
}
`;
