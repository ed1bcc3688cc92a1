import type { Distribution, World } from '../../world';
import { overlaps } from '../names';
import { aliasesOf } from '../registry';

/** A name that is, or overlaps, the one that was asked for, and who has it. */
export interface Conflict {
  readonly alias: string;
  readonly holder: Distribution;
}

/** Who else, in any account, has the name or one that overlaps it. @param except the distribution that asks */
export const conflictsWith = (world: World, domain: string, except: Distribution): Conflict[] =>
  [...world.distributions.values()]
    .filter((holder) => holder !== except)
    .flatMap((holder) =>
      aliasesOf(holder.config)
        .filter((alias) => overlaps(alias, domain))
        .map((alias) => ({ alias, holder })),
    );

/** Where a page ends: the name and its holder together. */
export const markerOf = ({ alias, holder }: Conflict): string => `${alias}|${holder.id}`;

/** Enough to recognise what is one's own, too little to learn who somebody else is: the first half becomes stars. */
export const masked = (id: string): string => {
  const hidden = Math.floor(id.length / 2);
  return '*'.repeat(hidden) + id.slice(hidden);
};
