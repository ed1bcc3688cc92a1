import { createWorld, seedHostedZone, seedParameter } from '@cutover/local-aws';
import { leftoversSince, snapshotOf } from '../src/rehearsal/leftovers';

const account = '310123456789';
const lock = { accountId: account, region: 'us-east-1', name: '/cutover/lock', value: 'me' };

function worldWithZone() {
  const world = createWorld({ seed: '1', startedAt: 0, accounts: [{ id: account, name: 'target' }] });
  const records = [
    {
      Name: 'b.example.com.',
      Type: 'CNAME' as const,
      TTL: 300,
      ResourceRecords: [{ Value: 'old.example.net' }],
    },
  ];
  seedHostedZone(world, { accountId: account, id: 'Z1', name: 'example.com', records });
  return world;
}

test('a world that is as it was has no leftovers', () => {
  const world = worldWithZone();
  expect(leftoversSince(snapshotOf(world), snapshotOf(world), 'move')).toEqual([]);
});

test('a parameter that stayed is named', () => {
  const world = worldWithZone();
  const before = snapshotOf(world);
  seedParameter(world, lock);
  expect(leftoversSince(before, snapshotOf(world), 'move')).toEqual([
    'stack move was rolled back, but the parameter /cutover/lock of 310123456789 was left behind',
  ]);
});

test('a journal goes on as long as its resource is there', () => {
  const world = worldWithZone();
  const before = snapshotOf(world, false);
  seedParameter(world, lock);
  expect(leftoversSince(before, snapshotOf(world, false), 'move')).toEqual([]);
});

test('a record that points elsewhere is named with both values', () => {
  const world = worldWithZone();
  const before = snapshotOf(world);
  const zone = world.hostedZones.get('Z1')!;
  zone.records = zone.records.map((set) =>
    set.Type === 'CNAME' ? { ...set, ResourceRecords: [{ Value: 'new.example.net' }] } : set,
  );
  expect(leftoversSince(before, snapshotOf(world), 'move')).toEqual([
    expect.stringMatching(
      /^stack move was rolled back, but the record b\.example\.com\. CNAME of Z1 is .*new\.example\.net.*, and was .*old\.example\.net/,
    ),
  ]);
});
