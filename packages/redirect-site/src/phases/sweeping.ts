import type { SiteJournal } from '../journal';
import type { SeenItems } from '../observed';
import { DEPLOYMENT_POLL_SECONDS, type Outcome, type Rule, type Scene, spreading, to, wait } from './phase';
import { write } from './staging';

/** SWEEPING: what only the former generation needed goes, once no edge runs it any more. */
export const sweeping: Rule = {
  looks: ['function', 'items'],
  budgetMinutes: 240,
  decide: (scene) => {
    const { journal, observed } = scene;
    if (journal.items?.state === 'live' && !journal.former) return to('DONE');
    if (observed.live?.status === 'IN_PROGRESS')
      return wait('every edge to run the live generation', DEPLOYMENT_POLL_SECONDS);
    const { items } = observed;
    if (!items || items.kind === 'lost')
      return { kind: 'fail', code: 'NotFound', message: items?.message ?? 'The key value store is gone.' };
    return sweep(scene, items) ?? to('DONE', asLeft(journal, items));
  },
};

/** First the records, that nothing points any more to what goes; that goes when they are everywhere. */
export function sweep(scene: Scene, items: Extract<SeenItems, { kind: 'seen' }>): Outcome | undefined {
  const { journal } = scene;
  const known = items.isKnown ? ({ state: 'sweeping', written: items.written } as const) : undefined;
  const first = write(journal, items, { batches: items.puts, known, what: 'the live generation alone' });
  if (first || items.deletes.length === 0) return first;
  const early = spreading(scene);
  if (early) return early;
  return write(journal, items, { batches: items.deletes, known, what: 'the former generation: they go' });
}

const asLeft = (
  journal: SiteJournal,
  { etag, goal }: Extract<SeenItems, { kind: 'seen' }>,
): Partial<SiteJournal> => ({
  live: journal.live && { ...journal.live, ...goal },
  former: undefined,
  items: { etag, state: 'live', written: 0 },
});
