import { createHash } from 'node:crypto';
import { Failure, type JournalStore, journalStoreOf, type ParameterPort } from '@cutover/handler-kit';
import type { Declaration } from './declaration';
import type { Generation, SiteJournal } from './journal';

const ROOT = '/cutover/redirect-site';

/**
 * Journals of sites. A journal is written in every turn and declarations may carry hundreds of rules, so these lie
 * beside it, by their digest, and are written once.
 */
export function siteJournals(parameters: ParameterPort): JournalStore<SiteJournal> {
  const heads = journalStoreOf<Kept>(parameters, `${ROOT}/journal`);
  const documentsOf = (id: string) => journalStoreOf<Document>(parameters, `${ROOT}/declared/${id}`);
  /** Digests that are there, by site, as far as this store has seen. */
  const seen = new Map<string, Set<string>>();
  const seenOf = (id: string): Set<string> => {
    const found = seen.get(id) ?? new Set<string>();
    seen.set(id, found);
    return found;
  };

  const read = async (id: string): Promise<SiteJournal | undefined> => {
    const kept = await heads.read(id);
    if (kept === undefined) return undefined;
    const declarations = new Map<string, Declaration>();
    for (const digest of digestsIn(kept)) {
      const document = await documentsOf(id).read(digest);
      if (document === undefined) throw notYet(id, digest);
      seenOf(id).add(digest);
      declarations.set(digest, document.declared);
    }
    return inflate(kept, declarations);
  };

  const save = async (id: string, journal: SiteJournal): Promise<void> => {
    const documents = documentsOf(id);
    const declarations = new Map<string, Declaration>();
    const kept = deflate(journal, declarations);
    for (const [digest, declared] of declarations) {
      if (seenOf(id).has(digest)) continue;
      await documents.save(digest, { revision: 1, declared });
      seenOf(id).add(digest);
    }
    await heads.save(id, kept);
    for (const digest of [...seenOf(id)].filter((each) => !declarations.has(each))) {
      await documents.remove(digest);
      seenOf(id).delete(digest);
    }
  };

  /** The journal first: a delete that is killed in between finds none and asks for this once more. */
  const remove = async (id: string): Promise<void> => {
    await heads.remove(id);
    const documents = documentsOf(id);
    for (const digest of await documents.list()) await documents.remove(digest);
    seen.delete(id);
  };

  return { read, save, remove, list: heads.list };
}

interface Document {
  readonly revision: number;
  readonly declared: Declaration;
}

/** A journal in which digests stand for declarations. */
interface Kept {
  readonly revision: number;
}

const digestOf = (declared: Declaration): string =>
  createHash('sha256').update(JSON.stringify(declared)).digest('hex').slice(0, 16);

/** Members of a journal that have a declaration of their own. */
const GENERATIONS = ['live', 'former', 'next', 'doubt'] as const satisfies (keyof SiteJournal)[];

type Swap = (declared: unknown) => unknown;

/** The journal with every declaration in it swapped, also of what an update began from. */
function swapped(journal: SiteJournal, swap: Swap): unknown {
  const generations = GENERATIONS.map((name) => {
    const generation: Generation | undefined = journal[name];
    return [name, generation && { ...generation, declared: swap(generation.declared) }] as const;
  });
  return {
    ...journal,
    declared: swap(journal.declared),
    ...Object.fromEntries(generations.filter(([, generation]) => generation !== undefined)),
    ...(journal.earlier && { earlier: swapped(journal.earlier, swap) }),
  };
}

const deflate = (journal: SiteJournal, found: Map<string, Declaration>): Kept =>
  swapped(journal, (declared) => {
    const digest = digestOf(declared as Declaration);
    found.set(digest, declared as Declaration);
    return digest;
  }) as Kept;

const inflate = (kept: Kept, declarations: ReadonlyMap<string, Declaration>): SiteJournal =>
  swapped(kept as unknown as SiteJournal, (digest) => declarations.get(digest as string)) as SiteJournal;

function digestsIn(kept: Kept): Set<string> {
  const found = new Set<string>();
  swapped(kept as unknown as SiteJournal, (digest) => found.add(digest as string));
  return found;
}

/** Parameters are not read consistently: the journal may be seen before what it stands on. */
const notYet = (id: string, digest: string): Failure =>
  new Failure(
    'Stale',
    'lookAgain',
    'NotStabilized',
    `The declaration ${digest} of site ${id} is not yet to be seen in the parameters of SSM. It is read again.`,
  );
