import { certificateToAttach } from '../attached-certificate';
import { recordsText, recordsTo, requiredRecords, validations } from '../dns/required';
import type { Journal } from '../journal';
import type { Migration } from '../migration';
import { enumerate } from '../names';
import { longestTtlSeconds } from '../records';
import type { Past, PlannedStep } from './way';

/** The steps that more than one way has. */
export const certificateComes = ({ target }: Migration, past: Past): PlannedStep[] =>
  certificateToAttach(target, past.target)
    ? [
        {
          phase: 'ATTACHING',
          does: `Attach its certificate to ${target.distributionId}, wait until deployed.`,
          wayBack: 'attach the one of before again.',
        },
      ]
    : [];

/** The end of a way back, where we have brought one. */
export const certificateGoes = ({ migration: { target }, before }: Journal): string[] =>
  before && certificateToAttach(target, before.target)
    ? [`give ${target.distributionId} its certificate of before`]
    : [];

export const watched = ({ verification: { path, bakeMinutes } }: Migration): PlannedStep => ({
  phase: 'VERIFYING',
  does: `Verify ${path} of every name at every address, then bake ${bakeMinutes} min; a bad answer puts the names back by itself.`,
});

export function recordsFollow(migration: Migration, past: Past): PlannedStep {
  if (migration.externalDns) return customerFollows(past);
  const { source, target, records } = past;
  return migration.dns
    ? {
        phase: 'MOVING_DNS',
        does: `Point the records of ${enumerate(migration.aliases)} to ${target.domainName}; wait for every name server and ${longestTtlSeconds(records)} s of old TTL.`,
        wayBack: `point them to ${source.domainName}.`,
      }
    : {
        phase: 'MOVING_DNS',
        does: 'DNS is left alone: the names keep leading to CloudFront through the old name.',
      };
}

/** What comes before the first name moves, where the customer's DNS is waited for. */
export function customerFirst({ externalDns }: Migration, past: Past): PlannedStep[] {
  const { customer = [], semaphoreZone } = past;
  const proofs = semaphoreZone === undefined ? [] : validations(customer, semaphoreZone);
  return [
    ...(proofs.length > 0
      ? [
          {
            phase: 'PLACING_SEMAPHORE' as const,
            does: `Set ${enumerate(proofs.map(({ value }) => value))} TXT, for the customer to lead to.`,
            wayBack: 'take them away.',
          },
        ]
      : []),
    ...(externalDns?.wait === 'RESUME'
      ? [
          {
            phase: 'CHECKING_DNS' as const,
            does: `End here until an update or \`cutover resume\`; then check everything anew, and wait for the customer to set ${recordsText(requiredRecords(past))}.`,
          },
        ]
      : []),
  ];
}

const customerFollows = (past: Past): PlannedStep => ({
  phase: 'DNS_GATE',
  does: `Wait for the customer to set ${recordsText(requiredRecords(past))}; for every name server and the old TTL.`,
  wayBack: `the customer sets ${recordsText(recordsTo(past.customer ?? [], past.source.domainName))}; nobody else can.`,
});

/** What is undone before anything has moved, in half a sentence. */
export const orNothing = (undone: readonly string[]): string =>
  undone.length > 0 ? undone.join('; then ') : 'nothing to put back';

/** Half-sentences of a way back, joined, begin one. */
export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
