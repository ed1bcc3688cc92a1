import { create, remove } from './support/driver';
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

  test('is not there a second time', async () => {
    const world = worldWithZones();
    await create(world, rules());
    await remove(world);
    expect(await remove(world)).toMatchObject({ kind: 'failed', code: 'NotFound' });
  });
});
