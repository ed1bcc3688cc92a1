import { AwsFailure } from '../../failure';
import type { World } from '../../world';
import type { Entity } from './entity';

/**
 * What is different from one kind of versioned entity to the next; all else is in `versions.ts`.
 * C is the configuration as it is kept, G as requests give it.
 */
export interface EntityKind<C, G = C> {
  /** The word before the id in an ARN; undefined where IAM knows no such resource and asks for `*`. */
  readonly arnType?: string;
  readonly all: (world: World) => Map<string, Entity<C>>;
  readonly newId: (world: World) => string;
  /** How many an account may have, from the quotas of the Developer Guide. */
  readonly quota: number;
  readonly failures: EntityFailures;
  /** The configuration as it is kept, checked and with its defaults. @throws AwsFailure */
  readonly accepted: (given: G, situation: Situation<C>) => C;
  /** Whether Create asks again for what is there: it then answers that. Left out where a second one is refused. */
  readonly isRepeat?: (given: G, made: C) => boolean;
  /** Whether two of one account cannot be there together; nearly always: they have one name. */
  readonly clashes: (one: C, other: C) => boolean;
  /** Whether something refers to it, so that it cannot be deleted. */
  readonly isUsed: (world: World, entity: Entity<C>) => boolean;
}

/** What a configuration is judged against. */
export interface Situation<C> {
  readonly world: World;
  readonly accountId: string;
  /** The version that is to be replaced; undefined on create. */
  readonly before?: Entity<C>;
}

export interface EntityFailures {
  readonly noSuch: () => AwsFailure;
  readonly alreadyExists: () => AwsFailure;
  readonly inUse: () => AwsFailure;
  readonly tooMany: () => AwsFailure;
}

/** A code and the words for it; the status is always the one that the API model gives this class of failure. */
type Worded = readonly [code: string, message: string];

export function entityFailures(worded: {
  readonly noSuch: Worded;
  readonly alreadyExists: Worded;
  readonly inUse: Worded;
  readonly tooMany: Worded;
}): EntityFailures {
  const as =
    (status: number, [code, message]: Worded) =>
    () =>
      new AwsFailure(code, status, message);
  return {
    noSuch: as(404, worded.noSuch),
    alreadyExists: as(409, worded.alreadyExists),
    inUse: as(409, worded.inUse),
    tooMany: as(400, worded.tooMany),
  };
}
