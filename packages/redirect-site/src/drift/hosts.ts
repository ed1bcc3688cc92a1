import { enumerate } from '../hosts/names';
import { readyHosts } from '../hosts/slots';
import { nameOf, type SiteJournal } from '../journal';
import type { EdgeFunction, SiteDistribution, SitePorts } from '../port';

/** Hosts that have left their distribution. */
export function lostHosts(
  { siteId, slots }: SiteJournal,
  distributions: ReadonlyMap<number, SiteDistribution>,
  running: EdgeFunction | undefined,
): { readonly says: readonly string[]; readonly lost: readonly string[] } {
  const says: string[] = [];
  const lost: string[] = [];
  for (const slot of slots) {
    if (slot.distributionId === undefined) continue;
    const there = distributions.get(slot.n);
    const missing = readyHosts(slot).filter((host) => !there?.aliases.includes(host));
    lost.push(...missing);
    if (!there) says.push(`The distribution ${slot.distributionId} is gone.`);
    else if (missing.length > 0)
      says.push(`The distribution ${there.id} has lost the alias ${enumerate(missing)}.`);
    if (there && there.functionArn !== running?.arn)
      says.push(`The distribution ${there.id} does not run the function ${nameOf(siteId)} any more.`);
  }
  return { says, lost };
}

/** Renewal is ACM's own work as long as the validation records stand. */
export async function failedRenewals({ certificates }: SitePorts, { slots }: SiteJournal): Promise<string[]> {
  const says: string[] = [];
  for (const { certificateArn } of slots) {
    const there = certificateArn === undefined ? undefined : await certificates.find(certificateArn);
    if (there?.renewal === 'FAILED')
      says.push(
        `ACM could not renew the certificate of ${enumerate(there.names)}: look at its validation records.`,
      );
  }
  return says;
}
