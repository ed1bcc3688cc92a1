import type { Knobs } from '../../src/world/knobs';
import type { Answer } from '../../src/world/operation';
import type { Distribution, World } from '../../src/world/world';
import {
  ask,
  type Existing,
  emptyCloud,
  existing,
  sourceAccount,
  targetAccount,
  txt,
  zoneWith,
} from './cloud';

export const txtMessage = 'Invalid or missing alias DNS TXT records.';
export const enabledMessage = 'Alias move is not allowed since the source distribution is enabled.';

export interface Setting {
  readonly target?: Partial<Existing>;
  readonly source?: Partial<Existing>;
  readonly knobs?: Partial<Knobs>;
  readonly furnish?: (world: World) => void;
  readonly domain?: string;
  readonly ifMatch?: string;
}

/** Source and target of a move; by default in one account, with nothing in the way. */
export function setUp({ target, source, knobs, furnish }: Setting): {
  world: World;
  source: Distribution;
  target: Distribution;
} {
  const world = emptyCloud(knobs);
  furnish?.(world);
  existing(world, { id: 'ESOURCE', aliases: ['a.example.com', 'b.example.com'], ...source });
  existing(world, { id: 'ETARGET', covers: ['*.example.com', 'example.com'], ...target });
  return { world, source: world.distributions.get('ESOURCE')!, target: world.distributions.get('ETARGET')! };
}

export const across: Setting = { target: { account: targetAccount } };
export const disabled: Setting['source'] = { config: { Enabled: false } };
export const proof = (name: string, ...values: string[]): Pick<Setting, 'furnish'> => ({
  furnish: (world) => void zoneWith(world, [txt(name, ...values)]),
});

/** A move in the setting, as the administrator of the target's account. */
export const moveBy = (
  operation: 'AssociateAlias' | 'UpdateDomainAssociation',
  world: World,
  { domain = 'a.example.com', target }: Setting = {},
): Answer =>
  ask(
    world,
    operation,
    operation === 'AssociateAlias'
      ? { TargetDistributionId: 'ETARGET', Alias: domain }
      : { Domain: domain, TargetResource: { DistributionId: 'ETARGET' } },
    target?.account ?? sourceAccount,
  );
