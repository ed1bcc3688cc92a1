import type { World } from '../world';
import { type ReferenceKind, references } from './references';

/** Something that a distribution names and nobody brought along. */
export interface MissingEntity {
  readonly distributionId: string;
  readonly accountId: string;
  readonly kind: KeptKind;
  /** ARN of a function, id of all else. */
  readonly id: string;
}

/** The kinds of references that the world keeps what they name of. */
const keptKinds = [
  'cachePolicies',
  'originRequestPolicies',
  'responseHeadersPolicies',
  'functions',
  'keyGroups',
  'originAccessControls',
  'originAccessIdentities',
] as const satisfies readonly ReferenceKind[];

export type KeptKind = (typeof keptKinds)[number];

/** What the distributions of a world name and it does not have: they were pasted without it. Each once. */
export function missingEntities(world: World): MissingEntity[] {
  return [...world.distributions.values()].flatMap(({ id: distributionId, accountId, config }) =>
    keptKinds.flatMap((kind) =>
      [...new Set(references[kind](config))]
        .filter((id) => !world[kind].has(id))
        .map((id) => ({ distributionId, accountId, kind, id })),
    ),
  );
}
