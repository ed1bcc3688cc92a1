import type { Action, Journal } from '../journal';
import type { Distribution, Side } from '../port';
import { tooLong } from './disable-source';
import { absentFrom, act, hold, LOOKS_TO_BELIEVE, type Outcome, onward, type Run, ruleOfRun } from './phase';
import { prove } from './prove';

/** A TXT record that CloudFront has not seen yet: its resolver keeps a miss for minutes. */
const AFTER_REFUSAL_SECONDS = 30;

/** MOVING_ALIASES: one call a name; CloudFront changes both sides in one step. */
export const moveAliases = ruleOfRun({
  looks: ['ends', 'proof'],
  budgetMinutes: 60,
  // Said by `refused`, which knows another call that may be allowed.
  patientWith: ['Refused', 'Denied'],
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
    const other = tooLong(run) ?? refused(run) ?? prove(run);
    if (other) return other;
    const delaySeconds = journal.trouble ? AFTER_REFUSAL_SECONDS : 2;
    return act(
      moveOf(journal, alias, 'target', target),
      `Moving ${alias} to the target ${target.id}.`,
      delaySeconds,
    );
  },
});

/** UpdateDomainAssociation; where that was refused, AssociateAlias, which asks for the TXT record of the name. */
export const moveOf = (
  { associates }: Pick<Journal, 'associates'>,
  alias: string,
  to: Side,
  { id, etag }: Distribution,
): Action =>
  associates
    ? { kind: 'associateAlias', alias, to, distributionId: id }
    : { kind: 'moveAlias', alias, to, distributionId: id, etag };

/** What a refused call leads to; undefined: nothing was refused, or it is worth another try. */
export function refused({ migration, journal }: Pick<Run, 'migration' | 'journal'>): Outcome | undefined {
  const { trouble, associates, proof } = journal;
  if (trouble?.failure !== 'Refused' && trouble?.failure !== 'Denied') return undefined;
  const { code, message, disposition } = trouble;
  if (proof && disposition === 'later') return undefined;
  if (associates) return { kind: 'back', code, message };
  if (migration.dns)
    return hold('AssociateAlias to take the place of UpdateDomainAssociation, which was refused', 1, {
      associates: true,
      trouble: undefined,
    });
  const remedy =
    'Set Dns.HostedZoneId, so that the TXT record can be published that AssociateAlias asks for.';
  return { kind: 'back', code, message: `${message} ${remedy}` };
}
