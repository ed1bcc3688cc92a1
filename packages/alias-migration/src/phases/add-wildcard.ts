import type { FailureName } from '@cutover/handler-kit';
import { certificateToAttach } from '../attached-certificate';
import { enumerate } from '../names';
import { absentFrom, act, DEPLOYMENT_POLL_SECONDS, editOf, onward, ruleOfRun, wait } from './phase';

/** ADDING_WILDCARD (the article's step 2): the target takes the transit wildcard, with its certificate, and deploys. */
export const addWildcard = ruleOfRun({
  looks: ['ends'],
  budgetMinutes: 90,
  // Said below in words that name the wildcard: the table knows of no strategy.
  patientWith: ['AliasHeld', 'DnsPointsElsewhere'],
  decide: (run) => {
    const { migration, journal, before, target } = run;
    const refusal = refusalOf(journal.trouble?.failure, before.wildcards);
    if (refusal) return { kind: 'back', code: 'InvalidRequest', message: refusal };
    const addAliases = absentFrom(before.wildcards, target);
    const certificate = certificateToAttach(migration.target, target);
    if (addAliases.length > 0 || certificate) {
      const edit = { addAliases, removeAliases: [], ...(certificate && { certificate }) };
      const action = editOf('target', target, edit);
      return act(
        action,
        `Adding ${enumerate(before.wildcards)} to the target ${target.id}.`,
        DEPLOYMENT_POLL_SECONDS,
      );
    }
    if (!target.deployed)
      return wait(`the target ${target.id} with the wildcard to deploy`, DEPLOYMENT_POLL_SECONDS);
    return onward(run);
  },
});

/** CloudFront's two refusals of a wildcard, both before it changed anything. */
function refusalOf(failure: FailureName | undefined, wildcards: readonly string[]): string | undefined {
  const names = enumerate(wildcards);
  if (failure === 'AliasHeld')
    return `Strategy: WILDCARD needs ${names} for the target, but another distribution holds it. Find it with \`aws cloudfront list-domain-conflicts\` and take the wildcard off it for the time of the move.`;
  if (failure === 'DnsPointsElsewhere')
    return `Strategy: WILDCARD needs ${names} for the target, but a DNS record of that name leads to another distribution. Replace it by records of the single names for the time of the move.`;
  return undefined;
}
