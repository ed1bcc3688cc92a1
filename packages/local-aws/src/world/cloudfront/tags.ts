import type { Tag, Tags } from '@aws-sdk/client-cloudfront';
import type { Caller, Need } from '../operation';
import type { Distribution, World } from '../world';
import { invalidTagging, noSuchResource } from './failures';
import { ownDistribution } from './find';

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

/** Only distributions have tags in this model. @throws AwsFailure NoSuchResource */
export function requireTagged(world: World, caller: Caller, arn: string | undefined): Distribution {
  const distribution = ownDistribution(world, caller, arn?.split('distribution/')[1]);
  if (distribution?.arn !== arn || !distribution) throw noSuchResource();
  return distribution;
}

export const tagNeed = (action: string, arn: string | undefined): Need[] => [
  { action: `cloudfront:${action}`, resource: arn ?? '*' },
];
