import type { DeclaredTest } from '../../model/rule-set';
import type { AuthorTest } from '../author';
import { lowerCaseNames } from '../defaults';
import { type Report, shown } from '../problem';
import { checkShape } from '../shape/shape';
import { isAmong } from './host';

/** Whom a test may ask: hosts of its site; any where it stands beside the sites. */
export interface Asked {
  readonly hosts?: ReadonlySet<string>;
  /** Of which a path alone is; absent where a site has wildcards only. */
  readonly host?: string;
}

/** Tests written out; those with a mistake are reported and left out. */
export function resolveTests(
  tests: readonly AuthorTest[] = [],
  asked: Asked,
  report: Report,
): DeclaredTest[] {
  const resolved: DeclaredTest[] = [];
  for (const [place, test] of tests.entries()) {
    if (report.isFull) break;
    if (!checkShape('Test', test, report, [tests, place])) continue;
    const { Status, Location, Headers } = expectationOf(test.Expect);
    resolved.push({
      url: resolveUrl(test, asked, report),
      headers: lowerCaseNames(test.Headers),
      expect: {
        ...(Status !== undefined && { status: Status }),
        ...(Location !== undefined && { location: Location }),
        headers: lowerCaseNames(Headers),
      },
      at: report.placeOf(test),
    });
  }
  return resolved;
}

function expectationOf(expect: AuthorTest['Expect']) {
  if (typeof expect === 'number') return { Status: expect };
  return typeof expect === 'string' ? { Location: expect } : expect;
}

function resolveUrl(test: AuthorTest, { hosts, host }: Asked, report: Report): string {
  const complain = (what: string, instead: string): string => {
    report.ofValue(test, 'Url', `${shown(test.Url)} ${what}.`, instead);
    return test.Url;
  };
  if (/[\s\p{Cc}]/u.test(test.Url)) return complain('has a blank', 'Write %20 for it, as browsers send it.');
  if (test.Url.startsWith('/') && !test.Url.startsWith('//')) {
    if (host !== undefined) return `https://${host}${test.Url}`;
    return complain('does not say its host', `Write https://www.example.com${test.Url}.`);
  }
  const named = /^https?:\/\/([^/?#:]+)(?::\d+)?(?=[/?#]|$)/i.exec(test.Url)?.[1]?.toLowerCase();
  if (named === undefined || !URL.canParse(test.Url))
    return complain(
      'is no URL',
      'Write https://www.example.com/path, or a path of the first host of the site.',
    );
  if (hosts !== undefined && !isAmong(named, hosts))
    return complain('asks a host that is none of this site', `Ask one of its Hosts, or move the test.`);
  return test.Url;
}
