import type { Hsts, Match, Outcome, Rule, RuleSet } from '@cutover/redirect-rules';

/*
 * The peer: what one writes first. A key for each redirect with JSON as its value, and one for each host with JSON of
 * the rules that are tried in order. It knows exact paths, any path and regexes, keeps path and query or drops them, and
 * has the headers of each answer in each rule. It decodes paths as JavaScript does, not as nginx.
 */

interface PlainRule {
  readonly regex?: string;
  readonly on?: 'query' | 'uri';
  /** Of path and query; of a rule that has both. */
  readonly uri?: string;
  readonly status: number;
  readonly to: string;
  readonly path?: boolean;
  readonly query?: boolean;
  readonly headers?: Readonly<Record<string, { readonly value: string }>>;
}

/** Items of a store, as `compile` makes them. */
export function straightforwardItems({ sites }: RuleSet): Map<string, string> {
  const items = new Map<string, string>();
  for (const { hosts, rules, unmatched } of sites) {
    for (const host of hosts) {
      const listed: PlainRule[] = [];
      for (const rule of rules) {
        if (rule.match.path.kind !== 'exact') listed.push(plainOf(rule));
        else items.set(`${host}${rule.match.path.path}`, JSON.stringify(plainOf(rule)));
      }
      const last = answerOf(unmatched);
      if (last.status !== 404 || last.headers) listed.push(last);
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

const plainOf = ({ match, outcome }: Rule): PlainRule => ({ ...regexOf(match), ...answerOf(outcome) });

function regexOf({ path, queryRegex, uriRegex }: Match): Pick<PlainRule, 'regex' | 'on' | 'uri'> {
  if (queryRegex) return { regex: queryRegex.source, on: 'query' };
  if (path.kind === 'regex')
    return {
      regex: path.regex.source,
      ...(path.on === 'uri' && { on: 'uri' as const }),
      ...(uriRegex && { uri: uriRegex.source }),
    };
  if (path.kind === 'pattern') return { regex: `^${path.pattern.replace(/\*$/, '(.*)')}$` };
  return uriRegex ? { regex: uriRegex.source, on: 'uri' } : {};
}

function answerOf({ status, target, headers, hsts, cacheControl }: Outcome): PlainRule {
  const all = {
    ...headers,
    ...(hsts && { 'strict-transport-security': hstsText(hsts) }),
    ...(cacheControl !== undefined && { 'cache-control': cacheControl }),
  };
  const names = Object.entries(all).map(([name, value]) => [name, { value }] as const);
  return {
    status,
    to: target?.url ?? '',
    ...(target?.path === 'keep' && { path: true }),
    ...(target && target.query !== 'drop' && { query: true }),
    ...(names.length > 0 && { headers: Object.fromEntries(names) }),
  };
}

const hstsText = ({ maxAgeSeconds, includeSubDomains, preload }: Hsts): string =>
  `max-age=${maxAgeSeconds}${includeSubDomains ? '; includeSubDomains' : ''}${preload ? '; preload' : ''}`;

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
  const path = decodeURIComponent(request.uri);
  const exact = await find(host + path);
  if (exact) return respond(exact, request, []);
  let rules = await find(host);
  for (let dot = host.indexOf('.'); !rules && dot > 0; dot = host.indexOf('.', dot + 1)) {
    rules = await find('*' + host.slice(dot));
  }
  rules = rules || [];
  for (let i = 0; i < rules.length; i++) {
    const rule = rules[i];
    let found = rule.regex ? new RegExp(rule.regex).exec(textOf(rule.on, path, request)) : [];
    if (found && rule.uri) found = new RegExp(rule.uri).exec(textOf('uri', path, request));
    if (found) return respond(rule, request, found);
  }
  return { statusCode: 404 };
}

function textOf(on, path, request) {
  if (!on) return path;
  const query = request.rawQueryString() || '';
  return on === 'query' ? query : request.uri + (query && '?' + query);
}

function respond(rule, request, groups) {
  const headers = rule.headers || {};
  if (!rule.to) return { statusCode: rule.status, headers };
  let location = rule.to.replace(/\\$(\\w+)/g, function (all, name) {
    return (groups.groups && groups.groups[name]) || groups[Number(name)] || '';
  });
  if (rule.path) location = location.replace(/\\/$/, '') + request.uri;
  const query = rule.query ? request.rawQueryString() : undefined;
  if (query) location += (location.includes('?') ? '&' : '?') + query;
  headers.location = { value: location };
  return { statusCode: rule.status, headers };
}
`;
