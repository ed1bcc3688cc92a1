import { parseFault } from '../../src/faults/parse';
import type { Answer } from '../../src/world/operation';
import type { Distribution, World } from '../../src/world/world';
import { ask, emptyCloud, existing, update } from '../world/cloud';

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
