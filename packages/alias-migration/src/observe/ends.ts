import type { Journal } from '../journal';
import type { Part } from '../observed';
import type { Ports } from '../port';
import { seek } from '../sought';
import { conflictsIfTold } from './holders';

/** Both distributions; a source that nobody declared is looked for. */
export async function ends({ cloudFront }: Ports, { migration }: Journal): Promise<Part> {
  const target = await cloudFront.target.findDistribution(migration.target.distributionId);
  if (migration.source.distributionId !== '')
    return { target, source: await cloudFront.source.findDistribution(migration.source.distributionId) };
  if (!target) return {};
  const port = cloudFront.target;
  const sought = await seek(port, migration, target, (name) => conflictsIfTold(port, name, target.id));
  const id = sought.distributionId;
  return { target, sought, source: id === undefined ? undefined : await port.findDistribution(id) };
}
