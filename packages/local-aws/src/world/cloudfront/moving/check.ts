import type { AwsFailure } from '../../failure';
import type { MoveOperation } from '../../knobs';
import type { Distribution, World } from '../../world';
import { sourceEnabled } from '../failures';
import { aliasesOf, holderOf } from '../registry';
import { requireOwnershipProof } from './ownership';
import { requireCoverage, requireDomain } from './resource';

/** What the two operations that move a name do differently. */
export interface MoveRules {
  readonly operation: MoveOperation;
  /** Nobody holds the name. */
  readonly notHeld: (domain: string) => AwsFailure;
  readonly tooMany: () => AwsFailure;
}

/**
 * What a move looks at, in its order: the target's certificate, whether the name is there already, the TXT record,
 * whether a source in another account is disabled. It makes no DNS check: the documented order is move first, DNS
 * after. The place of the quota is a guess.
 * @returns the distribution that has the name now; the target itself when there is nothing to do
 */
export function checkMove(
  world: World,
  domain: string | undefined,
  target: Distribution,
  { operation, notHeld, tooMany }: MoveRules,
): Distribution {
  const { knobs } = world;
  requireDomain(domain);
  requireCoverage(world, target, domain);
  const source = holderOf(world, domain);
  if (!source) throw notHeld(domain);
  if (source === target) return target;
  const crossAccount = source.accountId !== target.accountId;
  if (crossAccount || knobs.txtSameAccount[operation])
    requireOwnershipProof(world, domain, target.domainName);
  if (source.config.Enabled && (crossAccount || knobs.disabledSourceSameAccount)) throw sourceEnabled();
  if (aliasesOf(target.config).length >= knobs.aliasQuota) throw tooMany();
  return source;
}
