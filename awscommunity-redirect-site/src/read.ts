import type { Instant } from '@cutover/ground';
import { readSite } from '@cutover/redirect-site';
import type { Properties } from './codec';
import { siteTools } from './engine';
import type { Workshop } from './workshop';

/** The site as it stands, compared with the world where it has gone live. Changes nothing. */
export async function readResource(
  { journals, ports }: Workshop,
  siteId: string,
  now: Instant,
): Promise<Properties | undefined> {
  const journal = await journals.read(siteId);
  return journal && readSite(ports, siteTools, journal, now);
}
