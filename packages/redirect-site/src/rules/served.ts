import type { RuleSet } from '@cutover/redirect-rules';
import type { Generation } from '../journal';
import type { RulesPort } from '../port';
import { Workbench } from './workbench';

/** What a generation answers by; undefined where its rules are not to be had any more. */
export async function servedRules(
  port: RulesPort,
  { declared, rulesDigest, number }: Generation,
): Promise<RuleSet | undefined> {
  const loaded = await new Workbench(port).load(declared);
  return loaded.kind === 'rules' && loaded.digest === rulesDigest ? loaded.served(number) : undefined;
}
