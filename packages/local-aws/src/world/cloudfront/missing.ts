import { storeIdOf } from '../../functions/engine';
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

/** A function that runs, and what it reads without finding anything. */
export interface EmptyStore {
  readonly distributionId: string;
  readonly functionArn: string;
  readonly storeId: string;
}

/** The functions of distributions whose key value store has no items, or is not there: the items were not brought. */
export function emptyStores(world: World): EmptyStore[] {
  return [...world.distributions.values()].flatMap(({ id: distributionId, config }) =>
    [...new Set(references.functions(config))].flatMap((functionArn) => {
      const live = world.functions.get(functionArn)?.live;
      const storeId = live && storeIdOf(live);
      if (storeId === undefined || world.storeItems.get(storeId)?.itemCount) return [];
      return [{ distributionId, functionArn, storeId }];
    }),
  );
}
