import { judgeNames } from '../viewers';
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
