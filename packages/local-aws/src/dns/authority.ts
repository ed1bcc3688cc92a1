import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import type { DnsAnswer, DnsCode, HostedZone, World } from '../world/world';
import {
  cloudFrontAuthority,
  cloudFrontHostedZoneId,
  cloudFrontZone,
  distributionAnswers,
  distributionAt,
} from './cloudfront-names';
import { nameServerAddress } from './name-servers';
import { ancestry, isWithin, plainName } from './names';
import { answersOf } from './values';

/** What an authoritative server says. Without answers, `authority` holds the SOA that says how long to believe it. */
export interface AuthorityAnswer {
  readonly code: DnsCode;
  readonly answers: DnsAnswer[];
  readonly authority?: DnsAnswer[];
}

/**
 * The authoritative answer for a name: from what the zones have published, not from what their API answers.
 * A CNAME is answered, never followed. All zones count as delegated by their parents: the closest zone answers,
 * and of two zones with one name the older one (as when the registrar names the servers of the first).
 * @param type any type word; one that no record has is NODATA.
 */
export function authorityAnswer(world: World, name: string, type: string): AuthorityAnswer {
  const asked = plainName(name);
  const zone = closestZone(world, asked);
  if (zone) return zoneAnswer(world, zone, asked, type);
  if (isWithin(asked, cloudFrontZone)) return cloudFrontAnswer(world, asked, type);
  const address = nameServerAddress(asked);
  if (!address) return { code: 'REFUSED', answers: [] };
  return {
    code: 'NOERROR',
    answers: type === 'A' ? [{ name: asked, type, ttl: 172_800, data: address }] : [],
  };
}

function closestZone(world: World, name: string): HostedZone | undefined {
  const zones = new Map<string, HostedZone>();
  for (const zone of [...world.hostedZones.values()].reverse()) zones.set(plainName(zone.name), zone);
  const found = ancestry(name).find((ancestor) => zones.has(ancestor));
  return found === undefined ? undefined : zones.get(found);
}

function cloudFrontAnswer(world: World, name: string, type: string): AuthorityAnswer {
  if (name === cloudFrontZone) return { code: 'NOERROR', answers: [], authority: [cloudFrontAuthority()] };
  const distribution = distributionAt(world, name);
  if (!distribution) return { code: 'NXDOMAIN', answers: [], authority: [cloudFrontAuthority(900)] };
  const answers = distributionAnswers(world, distribution, type, name);
  return answers.length
    ? { code: 'NOERROR', answers }
    : { code: 'NOERROR', answers, authority: [cloudFrontAuthority()] };
}

function zoneAnswer(world: World, zone: HostedZone, name: string, type: string): AuthorityAnswer {
  const apex = plainName(zone.name);
  const sets = zone.published.map((set) => ({ owner: plainName(set.Name ?? ''), set }));
  const delegation = sets.filter(
    ({ owner, set }) => set.Type === 'NS' && owner !== apex && isWithin(name, owner),
  );
  if (delegation.length)
    return {
      code: 'NOERROR',
      answers: [],
      authority: delegation.flatMap(({ owner, set }) => answersOf(set, owner)),
    };

  const owner = synthesisSource(
    sets.map((entry) => entry.owner),
    apex,
    name,
  );
  const atOwner = sets.filter((entry) => entry.owner === owner).map((entry) => entry.set);
  const set =
    atOwner.find((candidate) => candidate.Type === type) ??
    atOwner.find((candidate) => candidate.Type === 'CNAME');
  const answers = set ? recordAnswers(world, zone, set, name) : [];
  if (answers.length) return { code: 'NOERROR', answers };
  return {
    code: owner === undefined ? 'NXDOMAIN' : 'NOERROR',
    answers,
    authority: zoneAuthority(sets, apex),
  };
}

/**
 * The owner whose records answer for `name` (RFC 4592): the name itself where it exists, be it only because
 * something is below it; else the wildcard at the closest existing ancestor. Undefined: no such name.
 */
function synthesisSource(owners: readonly string[], apex: string, name: string): string | undefined {
  const exists = (candidate: string): boolean => owners.some((owner) => isWithin(owner, candidate));
  const encloser = ancestry(name).find((ancestor) => ancestor === apex || exists(ancestor));
  if (encloser === name) return name;
  const wildcard = `*.${encloser}`;
  return owners.includes(wildcard) ? wildcard : undefined;
}

/**
 * The values of a set; for a Route 53 ALIAS those of its target, under the alias's own name. Targets other than
 * distributions and names of the same zone are not modelled and answer nothing.
 */
function recordAnswers(
  world: World,
  zone: HostedZone,
  set: ResourceRecordSet,
  name: string,
  depth = 0,
): DnsAnswer[] {
  const alias = set.AliasTarget;
  if (!alias) return answersOf(set, name);
  const target = plainName(alias.DNSName ?? '');
  if (alias.HostedZoneId === cloudFrontHostedZoneId) {
    const distribution = distributionAt(world, target);
    return distribution ? distributionAnswers(world, distribution, set.Type ?? '', name) : [];
  }
  const next = zone.published.find(
    (other) => plainName(other.Name ?? '') === target && other.Type === set.Type,
  );
  return alias.HostedZoneId === zone.id && next && depth < 8
    ? recordAnswers(world, zone, next, name, depth + 1)
    : [];
}

const zoneAuthority = (
  sets: readonly { owner: string; set: ResourceRecordSet }[],
  apex: string,
): DnsAnswer[] =>
  sets
    .filter(({ owner, set }) => owner === apex && set.Type === 'SOA')
    .flatMap(({ set }) => answersOf(set, apex));
