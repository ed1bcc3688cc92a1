import { parseFault } from '../../src/faults/parse';
import { answer } from '../../src/world/gate';
import type { Answer } from '../../src/world/operation';
import type { Distribution, HostedZone, World } from '../../src/world/world';
import {
  administrator,
  ask,
  cname,
  emptyCloud,
  existing,
  sourceAccount,
  update,
  zoneWith,
} from '../world/cloud';

/** A world with one distribution and these faults posted. */
export function struckBy(...points: string[]): { world: World; source: Distribution } {
  const world = emptyCloud();
  const source = existing(world, { id: 'ESOURCE', aliases: ['a.example.com'] });
  world.faults.push(...points.map(parseFault));
  return { world, source };
}

/** UpdateDistribution to this comment. */
export const write = (world: World, source: Distribution, Comment = 'changed'): Answer =>
  update(world, source, { Comment });

export const read = (world: World, operation = 'GetDistribution'): Answer =>
  ask(world, operation, { Id: 'ESOURCE' });

/** example.com, where a.example.com leads to old.example.net. */
export const zoneIn = (world: World): HostedZone =>
  zoneWith(world, [cname('a.example.com', 'old.example.net')]);

/** ChangeResourceRecordSets of a.example.com to this name. */
export const pointTo = (world: World, value: string): Answer =>
  answer(world, {
    service: 'route53',
    operation: 'ChangeResourceRecordSets',
    input: {
      HostedZoneId: 'Zexample.com',
      ChangeBatch: {
        Changes: [{ Action: 'UPSERT', ResourceRecordSet: cname('a.example.com', value) }],
      },
    },
    caller: administrator(sourceAccount),
    actor: 'handler',
    into: 0,
  });

/** What the name servers answer for a.example.com. */
export const publishedFor = ({ published }: HostedZone): string | undefined =>
  published.find(({ Type }) => Type === 'CNAME')?.ResourceRecords?.[0]?.Value;
