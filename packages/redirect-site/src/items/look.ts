import { AddressProblem, type Compiled, type Items, isOfHost, settle, stage } from '@cutover/redirect-rules';
import type { Generation, KnownItems, SiteJournal } from '../journal';
import type { SeenItems } from '../observed';
import type { StorePort } from '../port';
import type { Workbench } from '../rules/workbench';
import { writesBetween, written } from './batches';
import { itemsDigestOf } from './content';
import { asOf, hostGenerationsOf, withGenerations } from './versions';

const NONE: Items = new Map();

/** From which items to which; `isKnown`: as the journal can tell them again, `written` batches on the way. */
interface Way {
  readonly from: Items;
  readonly goal: Items;
  readonly written: number;
  readonly isKnown: boolean;
}

interface Case {
  readonly bench: Workbench;
  readonly journal: SiteJournal;
  /** What the journal knows of the items, where nobody else has written since. */
  readonly memory: KnownItems | undefined;
  readonly isEmpty: boolean;
  /** All items: a call for each fifty. */
  readonly page: () => Promise<Items>;
}

/** What the store has, next to what the phase wants: the items are read only where the journal cannot know them. */
export async function lookAtItems(
  stores: StorePort,
  bench: Workbench,
  journal: SiteJournal,
  storeArn: string,
): Promise<SeenItems> {
  const { etag, itemCount } = await stores.describe(storeArn);
  const isEmpty = itemCount === 0;
  const found = await wayOf({
    bench,
    journal,
    memory: journal.items?.etag === etag ? journal.items : undefined,
    isEmpty,
    page: async () => (isEmpty ? NONE : stores.items(storeArn)),
  });
  if (typeof found === 'string') return { kind: 'lost', message: found };
  const { puts, deletes } = writesBetween(found.from, found.goal);
  return {
    kind: 'seen',
    etag,
    puts: puts.slice(found.written),
    deletes: deletes.slice(Math.max(0, found.written - puts.length)),
    written: found.written,
    isKnown: found.isKnown,
    goal: { itemsDigest: itemsDigestOf(found.goal), hostGenerations: hostGenerationsOf(found.goal) },
  };
}

async function wayOf(seen: Case): Promise<Way | string> {
  try {
    switch (seen.journal.phase) {
      case 'STAGING':
        return await staging(seen);
      case 'SWEEPING':
        return await sweeping(seen);
      default:
        return await restoring(seen);
    }
  } catch (error) {
    if (error instanceof AddressProblem) return error.message;
    throw error;
  }
}

/** The live generation and the next beside it. */
async function staging({ bench, journal, memory, isEmpty, page }: Case): Promise<Way | string> {
  const { live, next } = journal;
  const compiled = await compiledOf(bench, next);
  if (!compiled || !next) return 'RulesSource: the object is not what was checked. Name a version of it.';
  const isTold = memory ? memory.state !== 'sweeping' : isEmpty && !live;
  const base = isTold ? await itemsOf(bench, live) : undefined;
  const soFar = memory?.state === 'staging' ? memory.written : 0;
  if (base)
    return { from: base, goal: stage(base, compiled.items, next.number), written: soFar, isKnown: true };
  const current = await page();
  const mended = asOf(withContentOf(current, compiled.items), live?.number ?? 0);
  return { from: current, goal: stage(mended, compiled.items, next.number), written: 0, isKnown: false };
}

/** The live generation alone, when no edge runs the former any more. */
async function sweeping({ bench, journal, memory, page }: Case): Promise<Way> {
  const { live, former } = journal;
  const compiled = await compiledOf(bench, live);
  if (compiled && live && memory?.state === 'sweeping') {
    const base = await itemsOf(bench, former);
    const staged = base && stage(base, compiled.items, live.number);
    if (staged)
      return { from: staged, goal: settle(staged, compiled.items), written: memory.written, isKnown: true };
  }
  const current = await page();
  // Rules that are not to be had any more cannot tell what nobody needs: it stays until the next rules come.
  const goal = compiled ? settle(current, compiled.items) : asOf(current, live?.number ?? 0);
  return { from: current, goal, written: 0, isKnown: false };
}

/** The live generation alone again, without what was staged beside it. */
async function restoring({ bench, journal, memory, page }: Case): Promise<Way> {
  const { live, next } = journal;
  if (memory?.state === 'live') return { from: NONE, goal: NONE, written: 0, isKnown: false };
  const base = memory ? await itemsOf(bench, live) : undefined;
  const added = memory ? await compiledOf(bench, next) : undefined;
  if (base && added && next && memory) {
    const { puts } = writesBetween(base, stage(base, added.items, next.number));
    const done = memory.state === 'staging' ? puts.slice(0, memory.written) : puts;
    return { from: done.reduce(written, new Map(base)), goal: base, written: 0, isKnown: false };
  }
  const current = await page();
  const kept = asOf(current, live?.number ?? 0);
  const compiled = await compiledOf(bench, live);
  return { from: current, goal: compiled ? settle(kept, compiled.items) : kept, written: 0, isKnown: false };
}

const compiledOf = async (bench: Workbench, of: Generation | undefined): Promise<Compiled | undefined> =>
  of && bench.compiled(of.declared, of.rulesDigest, of.number);

/** The items of a generation that was alone in the store; undefined where its rules cannot tell them any more. */
async function itemsOf(bench: Workbench, of: Generation | undefined): Promise<Items | undefined> {
  if (!of) return NONE;
  if (of.hostGenerations === undefined) return undefined;
  const compiled = await compiledOf(bench, of);
  const items = compiled && withGenerations(compiled.items, of.hostGenerations);
  return items && itemsDigestOf(items) === of.itemsDigest ? items : undefined;
}

/** Content says in its key what it holds: another that lies there was put by somebody else, and is mended. */
function withContentOf(current: Items, compiled: Items): Items {
  const mended = new Map(current);
  for (const [key, value] of compiled) if (!isOfHost(key) && mended.has(key)) mended.set(key, value);
  return mended;
}
