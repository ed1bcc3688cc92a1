import { enumerate } from '../names';
import { absentFrom, act, presentOn, ruleOfRun, to, wait } from './phase';

/** CLAIMING (the article's step 5): the names replace the wildcard in one update; at no edge is there a gap between. */
export const claim = ruleOfRun({
  looks: ['ends'],
  budgetMinutes: 60,
  // CloudFront's resolver may cache longer than it should, and a released name may be free only when deployed.
  patientWith: ['DnsPointsElsewhere', 'AliasHeld'],
  decide: ({ migration, before, source, target }) => {
    const addAliases = absentFrom(migration.aliases, target);
    const removeAliases = presentOn(before.wildcards, target);
    if (addAliases.length === 0 && removeAliases.length === 0) return to('SETTLING');
    if (!source.deployed || !target.deployed) return wait('both distributions to deploy', 15);
    const edit = { addAliases, removeAliases };
    const action = {
      kind: 'editDistribution',
      side: 'target',
      distributionId: target.id,
      edit,
      etag: target.etag,
    } as const;
    return act(
      action,
      `The target ${target.id} claims ${enumerate(migration.aliases)} in place of the wildcard.`,
      15,
    );
  },
});
