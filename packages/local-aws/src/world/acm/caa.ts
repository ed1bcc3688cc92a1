import { resolve } from '../../dns/resolver';
import type { World } from '../world';

/** Any of these in a CAA record lets Amazon issue (ACM User Guide, "Configure a CAA record"). */
const ours = ['amazon.com', 'amazontrust.com', 'awstrust.com', 'amazonaws.com'];

interface CaaRecord {
  readonly tag: string;
  readonly value: string;
}

/**
 * Whether the CAA records that hold for a name keep Amazon from a certificate for it. They are those of the name, or of
 * the nearest name above that has any (RFC 8659); for a wildcard `issuewild` goes before `issue`.
 */
export function isForbidden(world: World, name: string): boolean {
  const records = relevantRecords(world, name.replace(/^\*\./, ''));
  const tagged = (tag: string): CaaRecord[] => records.filter((record) => record.tag === tag);
  const wild = name.startsWith('*.') ? tagged('issuewild') : [];
  const counted = wild.length > 0 ? wild : tagged('issue');
  return counted.length > 0 && !counted.some(({ value }) => ours.includes(value));
}

function relevantRecords(world: World, domain: string): CaaRecord[] {
  for (let labels = domain.split('.'); labels.length > 0; labels = labels.slice(1)) {
    // Asked anew for each certificate: ACM has no memory that anybody has written of.
    const { answers } = resolve(world, new Map(), labels.join('.'), 'CAA', world.now);
    const found = answers.filter(({ type }) => type === 'CAA').flatMap(({ data }) => recordIn(data));
    if (found.length > 0) return found;
  }
  return [];
}

/** `0 issue "amazon.com; policy=ev"`: what follows the name is the authority's own business. */
function recordIn(data: string): CaaRecord[] {
  const [, tag, value] = /^\d+\s+(\w+)\s+"?([^"]*)"?$/.exec(data) ?? [];
  return tag === undefined || value === undefined
    ? []
    : [{ tag: tag.toLowerCase(), value: value.split(';', 1)[0]!.trim().toLowerCase() }];
}
