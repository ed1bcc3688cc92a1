import type { Tag, Tags } from '@aws-sdk/client-cloudfront';
import type { Caller, Need } from '../operation';
import type { World } from '../world';
import { invalidTagging, noSuchResource } from './failures';
import { ownDistribution } from './find';
import { storeArn } from './key-value-stores/key-value-store';

const mostTags = 50;

/** @throws AwsFailure InvalidTagging */
export function requireTags(tags: Tags | undefined): Tag[] {
  const items = tags?.Items ?? [];
  const keys = new Set<string>();
  for (const { Key } of items) {
    if (!Key || Key.length > 128) throw invalidTagging('a tag key has 1 to 128 characters');
    if (Key.toLowerCase().startsWith('aws:')) throw invalidTagging(`the prefix aws: is reserved: ${Key}`);
    if (keys.has(Key)) throw invalidTagging(`the key ${Key} is there twice`);
    keys.add(Key);
  }
  if (items.length > mostTags) throw invalidTagging(`more than ${mostTags} tags`);
  return [...items];
}

/** The tags of `before` with those of `more` set. */
export function mergedTags(before: readonly Tag[], more: readonly Tag[]): Tag[] {
  const byKey = new Map([...before, ...more].map((tag) => [tag.Key, tag]));
  return requireTags({ Items: [...byKey.values()] });
}

/** Something that has tags, and how it gets others. */
export interface Tagged {
  readonly tags: readonly Tag[];
  readonly retag: (tags: Tag[]) => void;
}

/** A distribution, a function or a key value store of the caller's account. @throws AwsFailure NoSuchResource */
export function requireTagged(world: World, caller: Caller, arn: string | undefined): Tagged {
  const tagged = arn?.split(':')[4] === caller.accountId ? taggedAt(world, caller, arn) : undefined;
  if (!tagged) throw noSuchResource();
  return tagged;
}

function taggedAt(world: World, caller: Caller, arn: string): Tagged | undefined {
  const id = arn.split('/')[1];
  const distribution = ownDistribution(world, caller, id);
  if (distribution?.arn === arn)
    return { tags: distribution.tags, retag: (tags) => Object.assign(distribution, { tags }) };
  const edgeFunction = world.functions.get(arn);
  if (edgeFunction)
    return {
      tags: edgeFunction.tags,
      retag: (tags) => world.functions.set(arn, { ...edgeFunction, tags }),
    };
  const store = world.keyValueStores.get(id ?? '');
  if (!store || storeArn(store) !== arn) return undefined;
  return {
    tags: store.config.tags,
    retag: (tags) => world.keyValueStores.set(store.id, { ...store, config: { ...store.config, tags } }),
  };
}

export const tagNeed = (action: string, arn: string | undefined): Need[] => [
  { action: `cloudfront:${action}`, resource: arn ?? '*' },
];
