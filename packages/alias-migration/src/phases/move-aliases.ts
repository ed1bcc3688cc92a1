import { absentFrom, act, hold, LOOKS_TO_BELIEVE, onward, ruleOfRun } from './phase';

/** MOVING_ALIASES (ATOMIC): one UpdateDomainAssociation a name; CloudFront changes both sides in one step. */
export const moveAliases = ruleOfRun({
  looks: ['ends'],
  budgetMinutes: 60,
  decide: (run) => {
    const { journal, source, target, names, now } = run;
    const [alias] = absentFrom(names, target);
    if (!alias) return onward(run, { passes: 0, cutoverAt: journal.cutoverAt ?? now });
    if (!source.aliases.includes(alias) && journal.passes < LOOKS_TO_BELIEVE)
      return hold(`CloudFront to say who holds ${alias}`, 10, { passes: journal.passes + 1 });
    if (!source.aliases.includes(alias))
      return {
        kind: 'back',
        code: 'ResourceConflict',
        message: `${alias} has left the source ${source.id}, but not for the target: somebody else is moving it. Find out who before you try again.`,
      };
    const action = {
      kind: 'moveAlias',
      alias,
      to: 'target',
      distributionId: target.id,
      etag: target.etag,
    } as const;
    return act(action, `Moving ${alias} to the target ${target.id}.`, 2);
  },
});
