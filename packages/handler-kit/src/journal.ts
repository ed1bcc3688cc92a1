import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ParameterPort } from './parameters';

/** What a journal must carry for the store: each save has the next revision. */
export interface Revised {
  readonly revision: number;
}

/**
 * Whether the newest turn of this same request was not heard: its answer was lost, and where it was the request's last,
 * nothing is to be begun anew.
 * @param seenRevision of the journal, which an earlier turn of the request was answered with; 0 at the first
 */
export const isUnheard = ({ revision }: Revised, seenRevision: number): boolean =>
  seenRevision > 0 && revision > seenRevision;

/**
 * Journals as parameters below `root`: as they are where one parameter holds them, so that a person can read them with
 * `aws ssm get-parameter`; else compressed, and cut into chunks, the head written last, so that a killed save leaves the
 * previous revision whole.
 */
export interface JournalStore<J extends Revised> {
  read(id: string): Promise<J | undefined>;
  save(id: string, journal: J): Promise<void>;
  remove(id: string): Promise<void>;
  /** Ids of all journals, in no order. */
  list(): Promise<string[]>;
}

/** A standard SSM parameter holds 4,096 characters; the head's own words need a few of them. */
const CHUNK_CHARACTERS_MAX = 4000;

interface Head {
  readonly revision: number;
  /** The whole value, the whole of it compressed, or the number of chunks beside the head. */
  readonly journal?: unknown;
  readonly body?: string;
  readonly chunks?: number;
}

export function journalStoreOf<J extends Revised>(parameters: ParameterPort, root: string): JournalStore<J> {
  const headName = (id: string) => `${root}/${id}/head`;
  const chunkName = (id: string, revision: number, index: number) => `${root}/${id}/${revision}-${index}`;

  const read = async (id: string): Promise<J | undefined> => {
    const values = new Map((await parameters.list(`${root}/${id}`)).map((p) => [p.name, p.value]));
    const text = values.get(headName(id));
    if (text === undefined) return undefined;
    const head = JSON.parse(text) as Head;
    if (head.journal !== undefined) return head.journal as J;
    const body = head.body ?? joinChunks(head, (index) => values.get(chunkName(id, head.revision, index)));
    return unpack<J>(body);
  };

  const save = async (id: string, journal: J): Promise<void> => {
    const plain = JSON.stringify({ revision: journal.revision, journal });
    if (canStand(plain)) {
      await parameters.put(headName(id), plain, true);
      return;
    }
    const body = pack(journal);
    if (body.length <= CHUNK_CHARACTERS_MAX - 64) {
      await parameters.put(headName(id), JSON.stringify({ revision: journal.revision, body }), true);
      return;
    }
    const chunks = cut(body, CHUNK_CHARACTERS_MAX);
    for (const [index, chunk] of chunks.entries())
      await parameters.put(chunkName(id, journal.revision, index), chunk, true);
    await parameters.put(
      headName(id),
      JSON.stringify({ revision: journal.revision, chunks: chunks.length }),
      true,
    );
    await removeOldChunks(id, journal.revision);
  };

  const removeOldChunks = async (id: string, revision: number): Promise<void> => {
    const names = (await parameters.list(`${root}/${id}`)).map((parameter) => parameter.name);
    const kept = `${root}/${id}/${revision}-`;
    const old = names.filter((name) => name !== headName(id) && !name.startsWith(kept));
    if (old.length > 0) await parameters.remove(old);
  };

  const remove = async (id: string): Promise<void> => {
    const names = (await parameters.list(`${root}/${id}`)).map((parameter) => parameter.name);
    // The head goes last: without it the rest could not be found by a turn that is killed half way.
    const ordered = [...names.filter((name) => name !== headName(id)), headName(id)];
    if (names.length > 0) await parameters.remove(ordered);
  };

  const list = async (): Promise<string[]> =>
    (await parameters.list(root))
      .filter((parameter) => parameter.name.endsWith('/head'))
      .map((parameter) => parameter.name.slice(root.length + 1, -'/head'.length));

  return { read, save, remove, list };
}

function joinChunks(head: Head, chunk: (index: number) => string | undefined): string {
  const chunks = Array.from({ length: head.chunks ?? 0 }, (_, index) => chunk(index));
  if (chunks.some((text) => text === undefined))
    throw new Error(
      `The journal's revision ${head.revision} is incomplete: a chunk is missing beside its head.`,
    );
  return chunks.join('');
}

/** SSM counts bytes, and takes two braces for a reference to another parameter, which it refuses. */
const canStand = (text: string): boolean =>
  Buffer.byteLength(text) <= CHUNK_CHARACTERS_MAX && !text.includes('{{');

const pack = (value: unknown): string => deflateRawSync(JSON.stringify(value)).toString('base64');
const unpack = <J>(text: string): J =>
  JSON.parse(inflateRawSync(Buffer.from(text, 'base64')).toString('utf8')) as J;
const cut = (text: string, size: number): string[] =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size));
