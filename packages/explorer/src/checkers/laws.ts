import type { World } from '@cutover/local-aws';
import type { Case } from '../worlds';
import type { Checker } from './checker';
import {
  endsAsItShould,
  everyRunEnds,
  failureLeavesNoTrace,
  haltLeavesTheFailedWaveHome,
  successIsWhatWasAsked,
} from './ending';
import { foreignUntouched } from './foreign';
import { servedBySides } from './served';

/** The laws that hold whatever strikes, and however often. */
export const lawsOfAnyWeather = (scenario: Case, world: World): Checker[] => [
  servedBySides(scenario),
  foreignUntouched(world),
  everyRunEnds,
  failureLeavesNoTrace(scenario, world),
  haltLeavesTheFailedWaveHome(scenario),
  successIsWhatWasAsked(scenario),
];

/** All laws, bound to the world as it is before the run. */
export const checkersOf = (scenario: Case, world: World): Checker[] => [
  ...lawsOfAnyWeather(scenario, world),
  endsAsItShould(scenario),
];
