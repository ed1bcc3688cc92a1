import { create, remove } from './support/driver';
import { Killed } from './support/fault';
import { rules, worldWithZones } from './support/sites';
import { summaryOf } from './support/summary';

describe('a site that is deleted', () => {
  test('leaves nothing, and records that stood there before are there again', async () => {
    const world = worldWithZones();
    const zone = world.dns.zones.get('ZCOM')!;
    zone.records = [
      { name: 'www.example.com', type: 'CNAME', ttlSeconds: 300, values: ['old.example.org'] },
      { name: 'example.com', type: 'MX', ttlSeconds: 300, values: ['10 mail.example.com'] },
    ];
    const before = summaryOf(world);
    const records = zone.records;
    expect(await create(world, rules())).toMatchObject({ kind: 'succeeded' });
    expect(zone.records.some(({ name, type }) => name === 'www.example.com' && type === 'CNAME')).toBe(false);
    expect(await remove(world)).toMatchObject({ kind: 'succeeded', forgotten: true });
    expect(summaryOf(world)).toEqual(before);
    expect(new Set(zone.records)).toEqual(new Set(records));
  });

  test('puts a record back once, also where the change of it was tried twice', async () => {
    const world = worldWithZones();
    const zone = world.dns.zones.get('ZCOM')!;
    zone.records = [{ name: 'www.example.com', type: 'A', ttlSeconds: 300, values: ['192.0.2.1'] }];
    const before = zone.records;
    const original = world.dns.change.bind(world.dns);
    let tries = 0;
    world.dns.change = async (id, batch) => {
      if (batch.upserts.some(({ type }) => type === 'A') && tries++ < 2) throw new Killed();
      return original(id, batch);
    };
    await create(world, rules());
    await remove(world);
    expect(zone.records).toEqual(before);
  });

  test('is not there a second time', async () => {
    const world = worldWithZones();
    await create(world, rules());
    await remove(world);
    expect(await remove(world)).toMatchObject({ kind: 'failed', code: 'NotFound' });
  });
});
