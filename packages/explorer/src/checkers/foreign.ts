import { routeTo, type World } from '@cutover/local-aws';
import { FOREIGN } from '../cast';
import { type Checker, violation } from './checker';

/** A name of somebody else under the same wildcard is answered as ever. */
export function foreignUntouched(world: World): Checker {
  const law = 'no name of anybody else changes hands';
  const before = world.edges.map((edge) => routeTo(edge, FOREIGN)?.distributionId);
  return {
    law,
    atEveryInstant: (now) =>
      now.edges.flatMap((edge, index) => {
        const served = routeTo(edge, FOREIGN)?.distributionId;
        return served === before[index]
          ? []
          : [
              violation(
                law,
                now,
                `${FOREIGN} at ${edge.name} went from ${before[index]} to ${served ?? 'nobody'}`,
              ),
            ];
      }),
  };
}
