import type { RuleSet } from '../../model/rule-set';
import type { AuthorFile, AuthorSite } from '../author';
import { defaultName } from '../defaults';
import { type Report, shown } from '../problem';
import { checkMembers } from '../shape/shape';
import { Complaint } from './complaint';
import { hostOf } from './host';
import { HostBook } from './host-book';
import { Ids } from './ids';
import { checkCacheControl, checkHeaders } from './outcome';
import { type FileContext, resolveSite } from './site';
import { resolveTests } from './tests';

/** A file that is a mapping of the right keys, as rules; what is wrong deeper within is reported. */
export function resolveFile(file: AuthorFile, report: Report): RuleSet {
  const sites = file.Sites.filter(
    (site, place) => !report.isFull && checkMembers('Site', site, 'Hosts', report, [file.Sites, place]),
  );
  const context: FileContext = {
    defaults: file.Defaults,
    hosts: new HostBook(),
    siteIds: takenIds(sites, 'a site', report),
    ruleIds: takenIds(
      sites.flatMap((site) => site.Rules ?? []),
      'a rule',
      report,
    ),
    report,
  };
  checkName(file, report);
  checkHeaders(file.Defaults?.Headers, report);
  checkCacheControl(file.Defaults ?? {}, report);
  return {
    name: file.Name ?? defaultName,
    sites: sites.map((site) => resolveSite(site, context)),
    policy: {
      ...(file.Policy?.AllowedTargets && {
        allowedTargets: resolveAllowed(file.Policy.AllowedTargets, report),
      }),
      minRuleCoverage: file.Policy?.MinRuleCoverage ?? 0,
    },
    tests: resolveTests(file.Tests, {}, report),
  };
}

function checkName(file: AuthorFile, report: Report): void {
  if (file.Name === undefined || /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(file.Name)) return;
  const better = file.Name.replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 64);
  report.ofValue(
    file,
    'Name',
    `${shown(file.Name)} is no name of a set.`,
    `Write letters, digits, dots and hyphens: ${better === '' ? 'marketing' : shown(better)}.`,
  );
}

function resolveAllowed(written: readonly string[], report: Report): string[] {
  return written.flatMap((text, place) => {
    const host = hostOf(text);
    if (typeof host === 'string') return [host];
    report.ofValue(written, place, host.what, host.instead);
    return [];
  });
}

const idShape = /^[A-Za-z0-9*][A-Za-z0-9._/:*~-]{0,127}$/;
/** What answers where no rule does is called so. */
const reserved = ['unmatched'];

/** Ids that the author gave, which stand before those that are made. */
function takenIds(all: readonly Pick<AuthorSite, 'Id'>[], name: string, report: Report): Ids {
  const ids = new Ids();
  const places = new Map<string, number>();
  for (const one of all) {
    const id = typeof one === 'object' ? one?.Id : undefined;
    if (typeof id !== 'string') continue;
    const complaint = idComplaint(id, name, places);
    if (complaint !== undefined) report.ofValue(one, 'Id', complaint.what, complaint.instead);
    places.set(id, places.get(id) ?? report.placeOf(one).line);
    ids.take(id);
  }
  return ids;
}

function idComplaint(id: string, name: string, lines: ReadonlyMap<string, number>): Complaint | undefined {
  const first = lines.get(id);
  if (first !== undefined)
    return new Complaint(`${shown(id)} is the Id of ${name} in line ${first} already.`, 'Write another.');
  if (idShape.test(id) && !reserved.includes(id)) return undefined;
  return new Complaint(
    `${shown(id)} cannot be the Id of ${name}.`,
    'Write letters, digits, dots, hyphens and slashes: careers-1.',
  );
}
