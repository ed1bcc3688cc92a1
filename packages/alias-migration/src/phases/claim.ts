import { certificateToAttach } from '../attached-certificate';
import { enumerate } from '../names';
import { absentFrom, act, editOf, onward, presentOn, ruleOfRun, wait } from './phase';
import { wildcardsMissing } from './transit';

/** CLAIMING (the article's step 5): the names replace the wildcard in one update; at no edge is there a gap between. */
export const claim = ruleOfRun({
  looks: ['ends'],
  budgetMinutes: 60,
  // CloudFront's resolver may cache longer than it should, and a released name may be free only when deployed.
  patientWith: ['DnsPointsElsewhere', 'AliasHeld'],
  decide: (run) => {
    const { migration, before, journal, source, target, names } = run;
    const again = presentOn(names, source);
    if (again.length > 0 && journal.trouble?.failure === 'AliasHeld')
      return {
        kind: 'back',
        code: 'ResourceConflict',
        message: `Somebody put ${enumerate(again)} on the source ${source.id} again after the cutover, perhaps its own stack. Take them out of there and try again.`,
      };
    const addAliases = absentFrom(names, target);
    const removeAliases = migration.wildcard?.keep ? [] : presentOn(before.wildcards, target);
    if (addAliases.length === 0 && removeAliases.length === 0) return onward(run);
    const isServed = wildcardsMissing(run).length === 0;
    if (isServed && !(source.deployed && target.deployed)) return wait('both distributions to deploy', 15);
    // A wildcard has brought it; past a bypass this is the first update of the target.
    const certificate =
      before.wildcards.length > 0 ? undefined : certificateToAttach(migration.target, target);
    const edit = { addAliases, removeAliases, ...(certificate && { certificate }) };
    const action = editOf('target', target, edit);
    return act(
      action,
      `The target ${target.id} claims ${enumerate(addAliases.length > 0 ? addAliases : names)}${removeAliases.length > 0 ? ' in place of the wildcard' : ''}.`,
      15,
    );
  },
});
