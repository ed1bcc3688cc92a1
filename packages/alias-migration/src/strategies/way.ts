import type { Before, Journal, Phase } from '../journal';
import type { Migration, Strategy } from '../migration';
import type { Observed } from '../observed';

/** One way in which names change hands, as data: the phases do the work, the way says which and in what order. */
export interface Way {
  readonly strategy: Strategy;
  /** Half a sentence: why names move in this way where it is taken. */
  readonly why: string;
  /** What people would have to bring for it, where it is not open. */
  readonly needs: string;
  /** Why it cannot be taken here, or must not without being named; undefined: AUTO may choose it. */
  readonly whyNot: (prospect: Prospect) => string | undefined;
  readonly road: (migration: Migration) => Road;
  /** Whether CloudFront asks for the names' TXT records here. */
  readonly needsProof?: boolean;
  /** Whether the names are led past CloudFront while they change hands there: records go first and come last. */
  readonly passesBy?: boolean;
  /** How long a name may be without an answer, at most. */
  readonly unservedSeconds: (migration: Migration) => number;
  /** The wildcards under which the names live while they move. */
  readonly wildcards: (migration: Migration) => string[];
  /** Everything that will be done for the names to change hands, in order. */
  readonly steps: (migration: Migration, past: Past) => PlannedStep[];
  /** What is changed to go back from where the journal is, in order, and who serves meanwhile. */
  readonly wayBack: (journal: Journal) => string;
}

/** What a choice of the way is made on. */
export interface Prospect {
  readonly migration: Migration;
  readonly observed: Pick<Observed, 'zone' | 'source' | 'target'>;
}

/** The phases of a run between the locks and the settling. */
export interface Road {
  /** For all names, before any of them moves. */
  readonly once: readonly Phase[];
  /** For the names of each wave. */
  readonly eachWave: readonly Phase[];
  /** For all names, after the last wave. */
  readonly last: readonly Phase[];
}

/** Something that a run will do, and the phase that does it. */
export interface PlannedStep {
  readonly phase: Phase;
  readonly does: string;
  /** Left out where the step changes nothing. */
  readonly wayBack?: string;
}

export type Past = Omit<Before, 'plan'>;
