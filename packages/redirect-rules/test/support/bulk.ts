import type { RuleSet } from '../../src';
import { exact, rule, ruleSet, site } from './sets';

const words =
  `about account archive article author autumn beta blog browser build camp career case change channel city
  cloud code company contact course data design desktop device docs download early event extension family feature field
  forum garden guide harbor help history house idea image insight island journal july kitchen label language launch
  learn letter library link market media member mobile modern mountain music network news north note office open orbit
  page paper partner people photo planet policy press privacy product project public quick radio reader release report
  research review river safety school science search season security shop social south space spring start story studio
  summer support table talk team theme tool topic travel update valley video village voice water weather web winter
  wonder work world writer year young zebra zone`.split(/\s+/);

/** Equal numbers for equal seeds: Marsaglia's xorshift, 32 bits. */
function numbers(seed: number): (below: number) => number {
  let state = seed || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

export interface BulkOptions {
  readonly redirects: number;
  /** Each a site; the redirects are dealt out evenly. */
  readonly hosts?: number;
}

/**
 * A site that moved, page by page: paths of 42 bytes and targets of 64, of which the last 29 share nothing with the
 * path; so lists pack worst.
 */
export function bulkRules({ redirects, hosts = 1 }: BulkOptions): RuleSet {
  const next = numbers(redirects);
  const slug = (length: number, end: string): string => {
    let text = '';
    while (text.length < length) text += `${words[next(words.length)]}-`;
    return text.slice(0, length - end.length) + end;
  };
  const sites = Array.from({ length: hosts }, (_, at) => {
    const from = Math.floor((at * redirects) / hosts);
    const to = Math.floor(((at + 1) * redirects) / hosts);
    const rules = Array.from({ length: to - from }, (_each, index) => {
      const number = `-${from + index}`;
      const target = `${folders[next(folders.length)]}/${slug(29, number)}`;
      return rule(`r${number}`, {
        match: exact(`/archive/${slug(33, number)}`),
        to: `https://www.example.org/${target}`,
      });
    });
    return site(hosts === 1 ? 'www.example.com' : `www${at}.example.com`, rules);
  });
  return ruleSet(...sites);
}

/** Of ten letters each. */
const folders = ['newsletter', 'department', 'foundation', 'developers', 'university'];
