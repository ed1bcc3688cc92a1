import { emptyStores } from '../../src';
import { seedEntity, seedFunction } from '../../src/world/cloudfront/entities/seed';
import { code } from '../support/entities';
import { functionOn } from '../support/naming';
import { emptyCloud, existing, sourceAccount } from './cloud';

const storeId = '00000000-0000-4000-8000-000000000001';
const arn = `arn:aws:cloudfront::${sourceAccount}:function/one`;

/** A distribution with a function that reads a store, which is there with these items or not at all. */
function cloud(items?: Record<string, string>) {
  const world = emptyCloud();
  const KeyValueStoreARN = `arn:aws:cloudfront::${sourceAccount}:key-value-store/${storeId}`;
  if (items)
    seedEntity(world, 'keyValueStores', {
      accountId: sourceAccount,
      id: storeId,
      config: { Name: 'rules' },
      items,
    });
  seedFunction(world, {
    accountId: sourceAccount,
    name: 'one',
    code: code(),
    config: {
      Comment: '',
      Runtime: 'cloudfront-js-2.0',
      KeyValueStoreAssociations: { Quantity: 1, Items: [{ KeyValueStoreARN }] },
    },
  });
  existing(world, { id: 'ESOURCE', config: functionOn(arn) });
  return world;
}

test.each([
  ['is not there', undefined, 1],
  ['has nothing in it', {}, 1],
  ['has items', { a: '1' }, 0],
])('a function whose store %s is told of or not: %#', (_words, items, count) => {
  const found = [{ distributionId: 'ESOURCE', functionArn: arn, storeId }];
  expect(emptyStores(cloud(items))).toEqual(found.slice(0, count));
});
