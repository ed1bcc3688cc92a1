import type { AuthorRule } from '../read/author';
import { Lines, Report } from '../read/problem';
import { HostBook } from '../read/resolve/host-book';
import { Ids } from '../read/resolve/ids';
import { resolveSite } from '../read/resolve/site';
import { Places } from '../read/yaml/places';

/**
 * What the reader of rule files would say of a rule, so that a list is refused line by line and what was written of it
 * can be read. Undefined: nothing.
 */
export function complaintOf(rule: AuthorRule, host: string): string | undefined {
  const report = new Report('', new Lines(''), new Places());
  resolveSite(
    { Hosts: [host], Rules: [rule] },
    { defaults: undefined, hosts: new HostBook(), siteIds: new Ids(), ruleIds: new Ids(), report },
  );
  const [problem] = report.problems;
  return problem && `${problem.what} ${problem.instead}`;
}
