import { invalidArgument } from '../failures';
import { isAlias } from '../names';
import { aliasesOf } from '../registry';
import type { Check } from './proposal';

/** Aliases are lower case, without a last dot, each once; `*.` stands only at the very front. */
export const aliasNames: Check = (_world, { config }) => {
  const seen = new Set<string>();
  for (const alias of aliasesOf(config)) {
    if (!isAlias(alias))
      throw invalidArgument(
        `The parameter CNAME contains ${alias}: an alternate domain name is lower case, has no last dot, and a ` +
          'wildcard has the form *.example.com.',
      );
    if (seen.has(alias)) throw invalidArgument(`The parameter CNAME contains ${alias} twice.`);
    seen.add(alias);
  }
};
