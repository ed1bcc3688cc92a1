import { tooManyAliases } from '../failures';
import { aliasesOf } from '../registry';
import type { Check } from './proposal';

/** 100 names by default; AWS raises it on request. */
export const aliasQuota: Check = ({ knobs }, { config }) => {
  if (aliasesOf(config).length > knobs.aliasQuota) throw tooManyAliases();
};
