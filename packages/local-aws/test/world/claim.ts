import type { Knobs } from '../../src/world/knobs';
import type { Answer } from '../../src/world/operation';
import type { Distribution, World } from '../../src/world/world';
import { aliases, emptyCloud, existing, targetAccount, update } from './cloud';

/** A target whose certificate covers everything under example.com, in a world that the test furnishes. */
export function targetIn(
  furnish: (world: World) => void,
  knobs: Partial<Knobs> = {},
): { world: World; target: Distribution } {
  const world = emptyCloud(knobs);
  furnish(world);
  const target = existing(world, {
    account: targetAccount,
    id: 'ETARGET',
    covers: ['*.example.com', '*.a.example.com', 'example.com'],
  });
  return { world, target };
}

/** The target claims these names. */
export const claim = (
  furnish: (world: World) => void,
  names: string[],
  knobs: Partial<Knobs> = {},
): Answer => {
  const { world, target } = targetIn(furnish, knobs);
  return update(world, target, { Aliases: aliases(...names) });
};
