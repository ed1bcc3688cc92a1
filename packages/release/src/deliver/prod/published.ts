import { type Inbox, readJson, writeText } from '../notes';
import type { Published } from '../plan';
import type { ReleasedType, Stage } from '../stage';
import type { Goal } from './goals';

/** What is public, by type: which bytes, and under which number in each region. */
export const publishedKey = 'published.json';

export const readPublished = async (stage: Inbox): Promise<Published> =>
  (await readJson<Published>(stage, publishedKey)) ?? {};

/**
 * Before anything is published, because afterwards may be never: who comes next must know which bytes a number stands
 * for, in every region.
 */
export async function noteIntended(
  stage: Stage,
  { typeName, version, sha256 }: ReleasedType,
  goals: readonly Goal[],
): Promise<void> {
  const regions = Object.fromEntries(goals.map(({ region, publicNumber }) => [region, publicNumber]));
  const all: Published = { ...(await readPublished(stage)), [typeName]: { version, sha256, regions } };
  await writeText(stage, publishedKey, `${JSON.stringify(all, undefined, 2)}\n`);
}
