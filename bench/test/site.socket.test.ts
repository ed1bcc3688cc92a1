import { deploySite } from '../src/site/deploying';

test('what a site costs is the same in every run, and what a change writes is less than the set', async () => {
  const once = await deploySite(60);
  expect(await deploySite(60)).toEqual(once);
  const { create, 'change of one rule': change, rollback } = once;
  expect(create.calls).toMatchObject({ CreateKeyValueStore: 1, PublishFunction: 1 });
  // The new bucket and the old one, and twice the record and what it leads to while both generations run.
  expect([change.items, rollback.items]).toEqual([6, 6]);
  expect([change.calls.UpdateKeys, rollback.calls.UpdateKeys]).toEqual([3, 3]);
}, 120_000);
