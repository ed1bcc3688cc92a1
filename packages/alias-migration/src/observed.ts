import type { Trail } from './dns/trail';
import type {
  Alarm,
  AliasHolder,
  AuthorityAnswer,
  Certificate,
  Distribution,
  RecordSet,
  ViewerAnswer,
  Zone,
} from './port';

import type { Sought } from './sought';

/** A part of the world that a phase needs to see; looked up in observe/, nowhere else. */
export type Look =
  | 'ends'
  | 'certificate'
  | 'alarms'
  | 'zone'
  | 'records'
  | 'holders'
  | 'authority'
  | 'proof'
  | 'canary'
  | 'names'
  | 'edges'
  | 'bypass'
  | 'detour'
  | 'locks'
  | 'semaphore';

/** What one look showed. A part that the phase does not need is undefined, and a plan that needs it asks to look. */
export interface Observed {
  /** What was looked at; a plan that needs more asks for another look. */
  readonly looks: ReadonlySet<Look>;
  readonly source?: Distribution;
  readonly target?: Distribution;
  /** Where Source is not declared and was looked for. */
  readonly sought?: Sought;
  readonly certificate?: Certificate;
  /** Those of Verification.AlarmArns that there are. */
  readonly alarms?: readonly Alarm[];
  readonly zone?: Zone;
  readonly records?: readonly RecordSet[];
  readonly semaphoreZone?: Zone;
  /** The TXT records at the semaphore's names in our zone. */
  readonly semaphore?: readonly RecordSet[];
  /** Holders of the names and of the transit wildcards, as ListDomainConflicts tells the target's account. */
  readonly holders?: readonly AliasHolder[];
  /** Finished migrations that brought one of the names to the target. */
  readonly keepers?: readonly Keeper[];
  readonly isPublished?: boolean;
  /** What the authoritative servers answer, by name and the type we moved. */
  readonly authority?: readonly NameAnswers[];
  /** Where the names lead in the customer's DNS. */
  readonly trails?: readonly Trail[];
  /** What their validation names yield. */
  readonly validations?: readonly Trail[];
  /** The TXT records that let the names change hands; undefined where none are needed. */
  readonly proof?: SeenProof;
  readonly viewers?: readonly NameViewers[];
  /** What the bypass endpoint answers for the names. */
  readonly bypass?: readonly NameViewers[];
  readonly locks?: readonly LockView[];
}

/** What one of the looks adds. */
export type Part = Omit<Observed, 'looks'>;

export interface Keeper {
  readonly alias: string;
  readonly migrationId: string;
}

export interface SeenProof {
  readonly names: readonly string[];
  readonly texts: readonly RecordSet[];
  /** Of every server, about every name. */
  readonly answers: readonly AuthorityAnswer[];
}

export interface NameAnswers {
  readonly record: RecordSet;
  readonly answers: readonly AuthorityAnswer[];
}

/** Two asks of one name: an address has failed only when it failed both, so one lost packet restores nothing. */
export interface NameViewers {
  readonly host: string;
  readonly asks: readonly (readonly ViewerAnswer[])[];
}

export interface LockView {
  readonly alias: string;
  readonly epoch: number;
  /** Undefined: free. */
  readonly holder: string | undefined;
  /** The holder's run has ended or left no journal: its lock may be taken over by the next epoch. */
  readonly isStale: boolean;
}
