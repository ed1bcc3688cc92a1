import { createHash } from 'node:crypto';
import { type Compiled, compile, type Items, isOfHost, versionsOf } from '@cutover/redirect-rules';
import type { Deployment } from '../declaration';

/** The function of a generation: all else that differs between rules is in the items. */
export const codeOf = (generation: number): string =>
  compile({ name: 'none', sites: [], policy: { minRuleCoverage: 0 }, tests: [] }, { generation })
    .functionCode;

/**
 * SHA-256 of code and items, whatever the generation: rules of which only a note has changed need no publish.
 * @param deployment what is answered beside them, with a generation in it
 */
export function contentDigestOf({ items }: Pick<Compiled, 'items'>, deployment?: Deployment): string {
  const hash = createHash('sha256').update(codeOf(1));
  if (deployment) hash.update(JSON.stringify(deployment));
  for (const [key, value] of items)
    hash.update(`\n${key}\n${isOfHost(key) ? versionsOf(value)[0]!.record : value}`);
  return hash.digest('hex');
}

export function itemsDigestOf(items: Items): string {
  const hash = createHash('sha256');
  for (const [key, value] of items) hash.update(`\n${key}\n${value}`);
  return hash.digest('hex');
}
