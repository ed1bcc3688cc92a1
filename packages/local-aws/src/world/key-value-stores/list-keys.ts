import type { ListKeysRequest, ListKeysResponse } from '@aws-sdk/client-cloudfront-keyvaluestore';
import type { Operation } from '../operation';
import { invalid } from './limits';
import { needOnItems, requireReadyItems } from './named-store';
import type { StoreItems } from './store-items';

/** API model: "The default is 10 and maximum allowed page is 50." */
const usualPage = 10;
const largestPage = 50;

/** Items page by page, in order of their keys. The token is the last key of the page before. */
export const listKeys: Operation<ListKeysRequest, ListKeysResponse> = {
  service: 'cloudfront-keyvaluestore',
  name: 'ListKeys',
  needs: needOnItems('ListKeys'),
  perform(world, { NextToken, MaxResults = usualPage, ...named }, caller) {
    const { contents } = requireReadyItems(world, caller, named);
    if (MaxResults < 1 || MaxResults > largestPage)
      throw invalid(`MaxResults is ${MaxResults}; it can be 1 to ${largestPage}`);
    const keys = sortedKeysOf(contents);
    const from = NextToken === undefined ? 0 : firstAfter(keys, keyIn(NextToken));
    const page = keys.slice(from, from + MaxResults);
    const last = page.at(-1);
    return {
      Items: page.map((Key) => ({ Key, Value: contents.items.get(Key) })),
      ...(last !== undefined && from + page.length < keys.length && { NextToken: tokenOf(last) }),
    };
  },
};

const tokenOf = (key: string): string => Buffer.from(key).toString('base64url');
const keyIn = (token: string): string => Buffer.from(token, 'base64url').toString();

const sorted = new WeakMap<StoreItems, { readonly etag: string; readonly keys: readonly string[] }>();

/** 100,000 keys are 2,000 pages: they are put in order once for each version of the store. */
function sortedKeysOf(contents: StoreItems): readonly string[] {
  const known = sorted.get(contents);
  if (known?.etag === contents.etag) return known.keys;
  const keys = [...contents.items.keys()].sort();
  sorted.set(contents, { etag: contents.etag, keys });
  return keys;
}

function firstAfter(keys: readonly string[], key: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle]! <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}
