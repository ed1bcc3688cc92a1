import { tooManyAliases } from '../failures';
import { aliasesOf } from '../registry';
import type { Check } from './proposal';

/** The default quota; AWS raises it on request. */
export const aliasesPerDistribution = 100;

export const aliasQuota: Check = (_world, { config }) => {
  if (aliasesOf(config).length > aliasesPerDistribution) throw tooManyAliases();
};
