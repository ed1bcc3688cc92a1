import { SiteProblem } from '../../compile/problem';
import { budgets } from '../../layout/limits';
import type { Site } from '../../model/rule-set';
import type { Check } from '../context';

const warnShare = 0.8;

/** What does not fit the edge: a site that the layout cannot hold, a set that a key value store cannot. */
export const quota: Check = {
  name: 'quota',
  severity: 'error',
  *look({ rules, compiled }) {
    if (compiled instanceof SiteProblem) {
      const site = rules.sites.find((each) => isOf(each, compiled.site));
      yield { ...(site !== undefined && { site }), says: `${compiled.message}.` };
      return;
    }
    const { bytes } = compiled;
    if (bytes <= warnShare * budgets.storeBytes) return;
    const share = Math.round((100 * bytes) / budgets.storeBytes);
    const sets = Math.ceil(bytes / (warnShare * budgets.storeBytes));
    yield {
      says: `keys and values take ${megabytes(bytes)}, ${share} % of a key value store, which must hold what changes twice: divide the hosts over ${sets} sets.`,
    };
  },
};

/** Names the site, or the host that has the trouble. */
const isOf = ({ id, hosts }: Site, name: string): boolean => id === name || hosts.includes(name);

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
