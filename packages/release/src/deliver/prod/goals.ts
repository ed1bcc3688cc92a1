import { type Line, wavesOf } from '../plan';
import type { ProdSettings } from './settings';

/** What is intended in a region. */
export interface Goal {
  readonly region: string;
  /** `first`, `none`, or the number. */
  readonly number: string;
  /** The public number that the region has when it is done. */
  readonly publicNumber: string;
  readonly wasDone: boolean;
}

/** The goals of a plan wave by wave: the first wave is the canary's. */
export function goalsOf(lines: readonly Line[], settings: ProdSettings, home: string): Goal[][] {
  const goals = lines.map((line) => goalOf(line, settings));
  const order = goals.map(({ region }) => region);
  return wavesOf(order, canaryOf(order, home), settings.waveSize).map((wave) =>
    wave.map((region) => goals.find((each) => each.region === region)!),
  );
}

const canaryOf = (regions: readonly string[], home: string): string =>
  regions.includes(home) ? home : (regions[0] ?? home);

function goalOf({ region, publicVersion, next, move }: Line, { publish }: ProdSettings): Goal {
  if (move.kind !== 'publish')
    return { region, number: next, publicNumber: publicVersion ?? next, wasDone: true };
  const publicNumber = move.number === 'first' ? '1.0.0' : move.number;
  return { region, number: publish ? move.number : 'none', publicNumber, wasDone: false };
}
