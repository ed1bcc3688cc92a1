import { authorityAnswer } from '../../src/dns/authority';
import { changeResourceRecordSets } from '../../src/world/route53/change-resource-record-sets';
import { getChange } from '../../src/world/route53/get-change';
import { applyDueZoneChanges, nextZoneChangeAt } from '../../src/world/route53/publish';
import { addZone, administrator, bareWorld, record, startedAt } from '../support/bare-world';

function zoneInWorld() {
  const world = bareWorld();
  addZone(world, 'example.com.', []);
  const upsert = (value: string) =>
    changeResourceRecordSets.perform(
      world,
      {
        HostedZoneId: 'Z1',
        ChangeBatch: {
          Changes: [{ Action: 'UPSERT', ResourceRecordSet: record('a.example.com', 'A', [value]) }],
        },
      },
      administrator(),
    ).ChangeInfo?.Id;
  const moveTo = (time: number) => {
    world.now = time;
    applyDueZoneChanges(world, time);
  };
  return {
    world,
    upsert,
    moveTo,
    status: (id?: string) => getChange.perform(world, { Id: id }, administrator()).ChangeInfo?.Status,
    answer: () => authorityAnswer(world, 'a.example.com', 'A').answers[0]?.data,
  };
}

describe('a change of records', () => {
  test('is PENDING until the name servers answer it, then INSYNC', () => {
    const { world, upsert, moveTo, status, answer } = zoneInWorld();
    const id = upsert('192.0.2.1');
    const due = nextZoneChangeAt(world) ?? 0;
    expect(due).toBeGreaterThanOrEqual(startedAt + 8_000);
    expect(due).toBeLessThanOrEqual(startedAt + 40_000);
    moveTo(due - 1);
    expect([status(id), answer()]).toEqual(['PENDING', undefined]);
    moveTo(due);
    expect([status(id), answer()]).toEqual(['INSYNC', '192.0.2.1']);
    expect(nextZoneChangeAt(world)).toBeUndefined();
  });

  test('is never overtaken by a later one of its zone', () => {
    const { world, upsert, moveTo, answer } = zoneInWorld();
    for (let at = 0; at < 20; at++) upsert(`192.0.2.${at}`);
    const seen: (string | undefined)[] = [];
    for (let due = nextZoneChangeAt(world); due; due = nextZoneChangeAt(world)) {
      moveTo(due);
      seen.push(answer());
    }
    expect(seen).toEqual([...seen].sort((one, other) => Number(one?.slice(8)) - Number(other?.slice(8))));
    expect(seen.at(-1)).toBe('192.0.2.19');
  });
});
