import type { Distribution, World } from '../../world';
import { aliasesPerDistribution } from '../checks/alias-quota';
import { entityNotFound, invalidArgument, sourceEnabled } from '../failures';
import { aliasesOf, holderOf } from '../registry';
import { requireOwnershipProof } from './ownership';
import { requireCoverage, requireDomain } from './resource';

/**
 * What UpdateDomainAssociation looks at, in its order: the target's certificate, whether the name is there already,
 * the TXT record, whether a source in another account is disabled. It makes no DNS check: the documented order is
 * move first, DNS after. The place and the code of the quota are guesses.
 * @returns the distribution that has the name now; the target itself when there is nothing to do
 */
export function checkMove(world: World, domain: string | undefined, target: Distribution): Distribution {
  requireDomain(domain);
  requireCoverage(world, target, domain);
  const source = holderOf(world, domain);
  if (!source) throw entityNotFound(`no distribution has the domain ${domain}`);
  if (source === target) return target;
  const crossAccount = source.accountId !== target.accountId;
  if (crossAccount || world.knobs.txtSameAccount) requireOwnershipProof(world, domain, target.domainName);
  if (crossAccount && source.config.Enabled) throw sourceEnabled();
  if (aliasesOf(target.config).length >= aliasesPerDistribution)
    throw invalidArgument('Your request contains more CNAMEs than are allowed per distribution.');
  return source;
}
