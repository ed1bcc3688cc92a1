import type { SiteJournal } from '../journal';
import type { SeenItems } from '../observed';
import { act, back, DEPLOYMENT_POLL_SECONDS, type Outcome, type Rule, to, wait } from './phase';

/** STAGING: the next generation's items beside the live one's. Nobody reads them yet. */
export const staging: Rule = {
  looks: ['function', 'items'],
  budgetMinutes: 120,
  decide: ({ journal, observed: { items, live }, now }) => {
    // What the former generation needs goes in this write.
    if (journal.former && live?.status === 'IN_PROGRESS')
      return wait('every edge to run the live generation', DEPLOYMENT_POLL_SECONDS);
    if (!items || items.kind === 'lost') return back(items?.message ?? 'The key value store is gone.');
    const number = journal.next?.number ?? 0;
    const known = items.isKnown ? ({ state: 'staging', written: items.written } as const) : undefined;
    return (
      write(journal, items, {
        batches: [...items.puts, ...items.deletes],
        known,
        what: `generation ${number}`,
      }) ??
      to('DEVELOPMENT', {
        items: items.isKnown ? { etag: items.etag, state: 'sweeping', written: 0 } : undefined,
        writtenAt: journal.writtenAt ?? now,
        former: undefined,
        testing: undefined,
      })
    );
  },
};

interface Part {
  readonly batches: Extract<SeenItems, { kind: 'seen' }>['puts'];
  readonly known?: { readonly state: 'staging' | 'sweeping'; readonly written: number };
  readonly what: string;
}

/** Undefined where nothing is left to write. */
export function write(
  { storeArn = '' }: SiteJournal,
  { etag }: Extract<SeenItems, { kind: 'seen' }>,
  { batches, known, what }: Part,
): Outcome | undefined {
  if (batches.length === 0) return undefined;
  const count = batches.reduce((sum, { puts, deletes }) => sum + puts.size + deletes.length, 0);
  return act({ kind: 'writeItems', storeArn, etag, batches, known }, `Writing ${count} items of ${what}.`, {
    delaySeconds: 1,
  });
}
