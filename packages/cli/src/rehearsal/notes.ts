import { leftOutOf, type World } from '@cutover/local-aws';

/** What the verdict does not cover: features that the distributions have and the local edges pass over. */
export function notesOn(world: World): string[] {
  return [...world.distributions.values()].flatMap(({ id, config }) => {
    const parts = leftOutOf(config);
    return parts.length === 0
      ? []
      : [`${id} uses ${parts.join(', ')}: kept as configured, but the local edges do not act on them.`];
  });
}
