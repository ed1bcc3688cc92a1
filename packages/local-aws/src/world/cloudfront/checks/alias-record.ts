import { ancestry, plainName } from '../../../dns/names';
import type { World } from '../../world';

/** Where a Route 53 ALIAS record of the name (or of the nearest wildcard) leads, as its zone publishes it. */
export function aliasTargetOf(world: World, name: string): string | undefined {
  const zones = [...world.hostedZones.values()];
  const lineage = ancestry(plainName(name));
  const apex = lineage.find((ancestor) => zones.some((zone) => plainName(zone.name) === ancestor));
  const zone = zones.find((candidate) => plainName(candidate.name) === apex);
  const owners = [name, ...lineage.slice(1).map((ancestor) => `*.${ancestor}`)].map(plainName);
  for (const owner of owners) {
    const sets = zone?.published.filter((set) => plainName(set.Name ?? '') === owner) ?? [];
    if (sets.length) return sets.find((set) => set.AliasTarget)?.AliasTarget?.DNSName;
  }
  return undefined;
}
