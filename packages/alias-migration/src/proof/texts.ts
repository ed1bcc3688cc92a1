import type { Proof } from '../journal';
import { isWildcard } from '../names';
import type { RecordBatch, RecordSet } from '../port';

/** Read at the time of a call only, and gone when the move has ended. */
const TTL_SECONDS = 60;

/**
 * Where the TXT record stands that lets a name change hands: an underscore before the first label; before an apex with
 * a dot between, for `_example.com` would lie outside the zone (Developer Guide, moving an alternate domain name).
 */
export const proofName = (alias: string, zoneName: string): string =>
  alias === zoneName && !isWildcard(alias) ? `_.${alias}` : `_${alias}`;

/** Route 53 has the values of TXT records in quotes. */
export const proofValue = (domainName: string): string => `"${domainName}"`;

const setOf = (sets: readonly RecordSet[], name: string): RecordSet | undefined =>
  sets.find((set) => set.name === name);

const valuesIn = (sets: readonly RecordSet[], name: string): readonly string[] =>
  setOf(sets, name)?.values ?? [];

/** The sets that lack one of our values, with ours beside what is there. */
export const stagedOver = (
  names: readonly string[],
  values: readonly string[],
  shown: readonly RecordSet[],
): RecordSet[] =>
  names.flatMap((name) => {
    const there = valuesIn(shown, name);
    const missing = values.filter((value) => !there.includes(value));
    if (missing.length === 0) return [];
    const { ttlSeconds = TTL_SECONDS } = setOf(shown, name) ?? {};
    return [{ name, type: 'TXT', ttlSeconds, values: [...there, ...missing] } as const];
  });

/** Takes away what we brought; values that were there before, or that others added since, stay. */
export function removalFrom(
  { names, before }: Proof,
  values: readonly string[],
  shown: readonly RecordSet[],
): Pick<RecordBatch, 'upserts' | 'deletes'> {
  const touched = names.flatMap((name) => {
    const set = setOf(shown, name);
    const ours = values.filter((value) => !valuesIn(before, name).includes(value));
    return set?.values?.some((value) => ours.includes(value))
      ? [{ set, left: set.values.filter((value) => !ours.includes(value)) }]
      : [];
  });
  return {
    upserts: touched.filter(({ left }) => left.length > 0).map(({ set, left }) => ({ ...set, values: left })),
    deletes: touched.filter(({ left }) => left.length === 0).map(({ set }) => set),
  };
}
