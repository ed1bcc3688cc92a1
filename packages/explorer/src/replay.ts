import { parseFault } from '@cutover/local-aws';
import { type LiveOptions, live, type Outcome } from './run';
import { growTrunk } from './trunk';
import type { Walk } from './walk';
import { liveIn } from './weather';
import type { Case } from './worlds';

/** Not of AWS, but of CloudFormation: the number of the turn that it did not call any more stands behind. */
export const CANCELLED = 'cancelled@';

interface Replay {
  readonly seed: string;
  readonly onAnswer?: LiveOptions['onAnswer'];
}

/** From the very beginning, as a person reads it. Several faults are held to what holds in any weather. */
export const replayOf = (scenario: Case, { seed, onAnswer }: Replay, fault: string): Walk => ({
  scenario,
  fault,
  run: () => {
    if (fault.startsWith(CANCELLED)) return cancelledAsSaid(scenario, fault, { seed, onAnswer });
    const faults = fault.split('+').filter((point) => point !== 'none');
    if (faults.length > 1) return liveIn(scenario, seed, faults, { onAnswer });
    const world = scenario.make(seed);
    world.faults.push(...faults.map(parseFault));
    return live(scenario, world, { onAnswer });
  },
});

async function cancelledAsSaid(scenario: Case, fault: string, { seed, onAnswer }: Replay): Promise<Outcome> {
  const trunk = await growTrunk(scenario, scenario.make(seed));
  return trunk.cancelled(Number(fault.slice(CANCELLED.length)), onAnswer);
}
