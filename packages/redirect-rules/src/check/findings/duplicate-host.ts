import type { Site } from '../../model/rule-set';
import type { Check } from '../context';

/** A host of two sites: the first has it and the other's rules are never asked. A name below a wildcard is no such. */
export const duplicateHost: Check = {
  name: 'duplicate-host',
  severity: 'error',
  *look({ rules }) {
    const owners = new Map<string, Site>();
    for (const site of rules.sites) {
      for (const host of site.hosts) {
        const owner = owners.get(host);
        if (owner === undefined) owners.set(host, site);
        else {
          const says = `${host} is a host of ${owner.id} (line ${owner.at.line}) too, which has it: remove it from one.`;
          yield { site, says };
        }
      }
    }
  },
};
