import { enumerate } from '../names';
import { judgeNames, ringing } from '../viewers';
import type { Check } from './check';

/**
 * While edges change over, both sides answer. Without a header that marks the target, an answer of the source that is
 * not the expected one would look like a sick target, and take the names back for nothing.
 */
export const sourceAnswersAlike: Check = ({ migration, observed }) => {
  const { expectHeader, expectStatus, path } = migration.verification;
  if (expectHeader || expectStatus === undefined) return undefined;
  const judgement = judgeNames(observed.viewers ?? [], migration.verification);
  return judgement.kind === 'good'
    ? undefined
    : {
        property: 'Verification.ExpectStatus',
        found: `the names do not answer ${path} with ${expectStatus} now (${judgement.reason}).`,
        remedy:
          'Name a path that both sides answer alike, or set Verification.ExpectHeader, so that verification knows who answers.',
      };
};

/** An alarm that rings before the move would take the names back for nothing; one that is not there never rings. */
export const alarmsAreQuiet: Check = ({ migration, observed }) => {
  const property = 'Verification.AlarmArns';
  const alarms = observed.alarms ?? [];
  const absent = (migration.verification.alarmArns ?? []).filter(
    (arn) => !alarms.some((alarm) => alarm.arn === arn),
  );
  if (absent.length > 0)
    return {
      property,
      found: `${enumerate(absent)} ${absent.length === 1 ? 'does' : 'do'} not exist.`,
      remedy: 'Correct the ARNs: the alarms have to be in the account of the stack.',
    };
  const loud = ringing(alarms);
  return loud ? { property, found: `${loud}.`, remedy: 'Mend its cause first, or leave it out.' } : undefined;
};
