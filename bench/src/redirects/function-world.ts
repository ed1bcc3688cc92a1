import { type RuleSet, readRules } from '@cutover/redirect-rules';
import { bulkRules } from '../../../packages/redirect-rules/test/support/bulk';

/** A request of each class of rules, and what the rules are. */
export interface RequestClass {
  readonly name: string;
  readonly host: string;
  readonly uri: string;
}

const list = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => `      - ${line(at)}`).join('\n');

const text = `
Sites:
  - Hosts: [root.example.com]
    Rules: [{To: 'https://www.example.org/', Path: Keep, Query: Keep}]
  - Hosts: ['*.wild.example.com']
    Rules: [{To: 'https://www.example.org/', Path: Keep, Query: Keep}]
  - Hosts: [few.example.com]
    Rules:
${list(9, (at) => `{Match: /page-${at}, To: 'https://www.example.org/moved/${at}'}`)}
  - Hosts: [regex.example.com]
    Rules:
${list(8, (at) => `{Match: {Regex: '^/r${at}/([^/]+)/(.*)$'}, To: 'https://www.example.org/${at}/$2/$1'}`)}
  - Hosts: [query.example.com]
    Rules:
${list(7, (at) => `{Match: {QueryRegex: 'id=${at}(\\d+)'}, To: 'https://www.example.org/${at}/$1'}`)}
`;

/** A thousand paths for the scan, a hundred thousand for the index. */
export function functionWorld(paths: number): { rules: RuleSet; bulk: RequestClass } {
  const { rules, problems } = readRules(text, 'bench.yml');
  if (rules === undefined) throw new Error(JSON.stringify(problems));
  const [bulk] = bulkRules({ redirects: paths }).sites;
  const { path } = bulk!.rules[paths >> 1]!.match;
  return {
    rules: { ...rules, sites: [...rules.sites, bulk!] },
    bulk: {
      name: `one of ${paths.toLocaleString('en')} paths`,
      host: bulk!.hosts[0]!,
      uri: path.kind === 'exact' ? path.path : '',
    },
  };
}

export const requestClasses: readonly RequestClass[] = [
  { name: 'a host that moved', host: 'root.example.com', uri: '/a/b?c=d' },
  { name: 'a host below a wildcard', host: 'a.wild.example.com', uri: '/a/b?c=d' },
  { name: 'the last of 9 paths', host: 'few.example.com', uri: '/page-8' },
  { name: 'the last of 8 regexes', host: 'regex.example.com', uri: '/r7/one/two' },
  { name: 'the last of 7 regexes of the query', host: 'query.example.com', uri: '/?id=642' },
  { name: 'a path that no rule has', host: 'few.example.com', uri: '/nothing' },
];
