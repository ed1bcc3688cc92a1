import { minutesToMs, secondsToMs } from '@cutover/ground';
import { lacksOf, lacksText } from '../dns/openness';
import type { Migration } from '../migration';
import { TTL_MARGIN_SECONDS } from '../records';
import { hold, type Outcome, type Run, secondsUntil } from './phase';

/** A day, as customers sleep; and an hour once they have said that they are done, which RESUME waits for. */
const TIMEOUT_MINUTES = { IN_STACK: 1440, RESUME: 60 } as const;
/** Some providers publish to their servers one after the other. */
const STABLE_SECONDS = 60;
/** A customer takes hours: no need to ask their servers more often. */
const POLL_SECONDS = 30;
/** An hour is what most zones have; longer ones are refused in the preflight where their TTL is seen. */
export const TTL_SECONDS_ASSUMED = 3600;

export const timeoutMinutesOf = ({ dnsGate, externalDns }: Migration): number =>
  dnsGate?.timeoutMinutes ?? TIMEOUT_MINUTES[externalDns?.wait ?? 'IN_STACK'];

/** How long resolvers may go on with what the names' records were. */
export const oldTtlSeconds = ({ customer = [] }: Run['before']): number =>
  Math.max(0, ...customer.map(({ ttlSeconds = TTL_SECONDS_ASSUMED }) => ttlSeconds));

/**
 * The gate to a move that hangs on the customer's DNS: opens when every authoritative server that answers gives what is
 * required, has done so for a while, and the old TTL has run out since. A server that falls back shuts it again.
 */
export function customerGate(
  run: Run,
  { opens, tooLate }: { readonly opens: () => Outcome; readonly tooLate: (message: string) => Outcome },
): Outcome {
  const { migration, before, journal, observed, now } = run;
  const lacks = lacksOf(migration, before, observed);
  const minutes = timeoutMinutesOf(migration);
  if (lacks.length > 0) {
    if (now > journal.phaseSince + minutesToMs(minutes))
      return tooLate(
        `Dns.Gate.TimeoutMinutes: within ${minutes} minutes the customer's DNS did not get ${lacksText(lacks)}.`,
      );
    const records = { to: 'target' as const };
    return hold(`the customer's DNS to have ${lacksText(lacks)}`, POLL_SECONDS, { records });
  }
  const seenAt = journal.records?.seenAt ?? now;
  const stableSeconds = Math.max(
    migration.dnsGate?.stableSeconds ?? STABLE_SECONDS,
    oldTtlSeconds(before) + TTL_MARGIN_SECONDS,
  );
  const left = secondsUntil(seenAt + secondsToMs(stableSeconds), now);
  if (left <= 0) return opens();
  const note = { records: { to: 'target' as const, seenAt } };
  return hold(`the customer's old TTL to run out (${left} s left)`, Math.min(POLL_SECONDS, left), note);
}
