import type { Compiled } from '@cutover/redirect-rules';
import type { Loaded } from './workbench';

/**
 * What a process has read and compiled last. Handlers stay warm between turns, and a turn after the other wants the
 * same rules, of which 100,000 take seconds. Whoever runs turns keeps it; without one, each turn begins anew.
 */
export interface RulesMemory {
  /** By digest of the bytes and all else that a reading hangs on. */
  readonly readings: Newest<Loaded>;
  /** By digest of the bytes, generation and deployment. */
  readonly compilations: Newest<Compiled>;
}

/** Of the two generations that a turn has in hand: a third would be memory that nobody asks for. */
const KEPT_MAX = 2;

export const rulesMemory = (): RulesMemory => ({
  readings: new Newest(KEPT_MAX),
  compilations: new Newest(KEPT_MAX),
});

/** So many values, those that were asked for last. */
export class Newest<V> {
  private readonly kept = new Map<string, V>();

  constructor(private readonly max: number) {}

  /** What the key has, or what is made for it; nothing is kept of a making that throws. */
  find(key: string, make: () => V): V {
    const known = this.kept.get(key);
    this.kept.delete(key);
    // Room first: two large sets fit into a handler's memory, and three may not.
    if (known === undefined) this.forgetDownTo(this.max - 1);
    const value = known ?? make();
    this.kept.set(key, value);
    return value;
  }

  private forgetDownTo(count: number): void {
    for (const key of this.kept.keys()) if (this.kept.size > count) this.kept.delete(key);
  }
}
