import { mostTones } from '../svg/patterns';

/** The class of a chip that looks like the side's lane. */
export function toneClass(side: string, sides: readonly string[]): string {
  const index = sides.indexOf(side);
  return index === -1 ? 'nobody' : `chip${Math.min(index, mostTones - 1)}`;
}
