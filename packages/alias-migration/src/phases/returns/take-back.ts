import { minutesToMs } from '@cutover/ground';
import { recordsText, recordsTo } from '../../dns/required';
import { enumerate } from '../../names';
import { editOf, type Outcome, type Run } from '../phase';
import { unwind } from '../unwind';

/** A released name may be free only when that is deployed; who holds it longer than this is somebody else. */
const FOREIGN_AFTER_MINUTES = 15;

/** A customer takes minutes at best to lead a name back. */
const CUSTOMER_POLL_SECONDS = 30;

/**
 * The source takes names that nobody holds: in one update; once CloudFront has refused one of them, one by one, for it
 * does not say which. A name that stays held belongs to somebody else by now: taking it from them is not ours to do. One
 * that a customer has led to the target waits until they lead it back, while the wildcard serves it.
 */
export function takeBack(run: Run, away: readonly string[]): Outcome | undefined {
  const { journal, source, target, now } = run;
  const held = journal.trouble?.failure === 'AliasHeld' ? journal.trouble : undefined;
  const isSettled = source.deployed && target.deployed;
  if (held && isSettled && now > held.since + minutesToMs(FOREIGN_AFTER_MINUTES)) return undefined;
  const led = isLedAway(run) ? journal.trouble : undefined;
  const times = (held ?? led)?.times;
  const addAliases = times === undefined ? [...away] : [...away].slice(times % away.length).slice(0, 1);
  const message = `The source ${source.id} takes ${enumerate(addAliases)} back.${led ? ` ${untilLedBack(run)}` : ''}`;
  const action = editOf('source', run.source, { addAliases, removeAliases: [] });
  return unwind(run, action, message, led ? CUSTOMER_POLL_SECONDS : 5);
}

const isLedAway = ({ migration, journal }: Run): boolean =>
  migration.externalDns !== undefined && journal.trouble?.failure === 'DnsPointsElsewhere';

const untilLedBack = ({ before }: Run): string =>
  `CloudFront refuses that until the customer's DNS has ${recordsText(recordsTo(before.customer ?? [], before.source.domainName))}; the target serves the names meanwhile.`;
