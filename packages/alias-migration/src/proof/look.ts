import type { Journal } from '../journal';
import type { SeenProof } from '../observed';
import type { Ports } from '../port';
import { ways } from '../strategies';
import { proofName } from './texts';

/** Whether names change hands by their TXT records here: the way asks for it, or CloudFront has refused without. */
export const needsProof = ({ associates, before }: Pick<Journal, 'associates' | 'before'>): boolean =>
  associates === true || (before !== undefined && ways[before.strategy].needsProof === true);

/** The TXT sets as Route 53 has them, and what each authoritative server answers. Nothing where none is needed. */
export async function lookAtProof({ dns }: Ports, journal: Journal): Promise<SeenProof | undefined> {
  const { migration } = journal;
  if (!migration.dns || (!needsProof(journal) && !journal.proof)) return undefined;
  const { hostedZoneId } = migration.dns;
  const zone = await dns.findZone(hostedZoneId);
  if (!zone) return undefined;
  const names = migration.aliases.map((alias) => proofName(alias, zone.name));
  const texts = await dns.findTexts(hostedZoneId, names);
  const answers = await Promise.all(names.map((name) => dns.askAuthority(zone, name, 'TXT')));
  return { names, texts, answers: answers.flat() };
}
