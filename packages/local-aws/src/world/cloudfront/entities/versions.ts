import { cloudFrontArn } from '../../arns';
import { frozenCopy } from '../../frozen';
import { newEtag } from '../../ids';
import type { Caller, Need } from '../../operation';
import type { World } from '../../world';
import { illegalDelete, illegalUpdate, missingBody } from '../failures';
import { requireMatch } from '../preconditions';
import type { Entity } from './entity';
import type { EntityKind } from './kind';

/**
 * Versioned entities of an account: made, read, replaced under the ETag of the version that is meant, deleted when
 * nothing refers to them. Those of other accounts do not exist for a caller; those of AWS exist for everybody.
 */

/** @throws AwsFailure for what cannot be made: without body, not valid, a second of its name, one too many */
export function createEntity<C, G>(
  world: World,
  kind: EntityKind<C, G>,
  { accountId }: Caller,
  given: G | undefined,
): Entity<C> {
  if (!given) throw missingBody();
  const owned = ownedBy(world, kind, accountId);
  const earlier = owned.find(({ config }) => kind.isRepeat?.(given, config));
  if (earlier) return earlier;
  const config = frozenCopy(kind.accepted(given, { world, accountId }));
  refuseClash(world, kind, accountId, config);
  if (owned.length >= kind.quota) throw kind.failures.tooMany();
  const version = { etag: newEtag(world), createdAt: world.now, lastModifiedAt: world.now };
  const entity: Entity<C> = { id: kind.newId(world), accountId, config, ...version };
  kind.all(world).set(entity.id, entity);
  return entity;
}

/** One that the caller can see. @throws AwsFailure that there is none */
export function requireEntity<C>(
  world: World,
  kind: EntityKind<C, never>,
  { accountId }: Caller,
  id: string | undefined,
): Entity<C> {
  const entity = visibleEntity(world, kind, accountId, id);
  if (!entity) throw kind.failures.noSuch();
  return entity;
}

/** One of the account or of AWS. */
export function visibleEntity<C>(
  world: World,
  kind: EntityKind<C, never>,
  accountId: string,
  id: string | undefined,
): Entity<C> | undefined {
  const entity = kind.all(world).get(id ?? '');
  return entity?.accountId === accountId || entity?.accountId === 'aws' ? entity : undefined;
}

/** Replaces the whole configuration. Edges take it from here at once: its propagation is not modelled. */
export function updateEntity<C, G>(
  world: World,
  kind: EntityKind<C, G>,
  caller: Caller,
  { Id, IfMatch }: { readonly Id: string | undefined; readonly IfMatch?: string | undefined },
  given: G | undefined,
): Entity<C> {
  const before = requireEntity(world, kind, caller, Id);
  if (before.accountId === 'aws')
    throw illegalUpdate('The update contains modifications that are not allowed. (AWS manages this entity.)');
  requireMatch(IfMatch, before.etag);
  if (!given) throw missingBody();
  const config = frozenCopy(kind.accepted(given, { world, accountId: before.accountId, before }));
  refuseClash(world, kind, before.accountId, config, before);
  const next = { ...before, config, etag: newEtag(world), lastModifiedAt: world.now };
  kind.all(world).set(before.id, next);
  return next;
}

export function deleteEntity<C>(
  world: World,
  kind: EntityKind<C, never>,
  caller: Caller,
  { Id, IfMatch }: { readonly Id: string | undefined; readonly IfMatch?: string | undefined },
): void {
  const entity = requireEntity(world, kind, caller, Id);
  if (entity.accountId === 'aws') throw illegalDelete();
  requireMatch(IfMatch, entity.etag);
  if (kind.isUsed(world, entity)) throw kind.failures.inUse();
  kind.all(world).delete(entity.id);
}

/** All that the caller can see, those of AWS first. */
export const visibleEntities = <C>(
  world: World,
  kind: EntityKind<C, never>,
  { accountId }: Caller,
): Entity<C>[] => [...ownedBy(world, kind, 'aws'), ...ownedBy(world, kind, accountId)];

const ownedBy = <C>(world: World, kind: EntityKind<C, never>, accountId: string): Entity<C>[] =>
  [...kind.all(world).values()].filter((entity) => entity.accountId === accountId);

function refuseClash<C>(
  world: World,
  kind: EntityKind<C, never>,
  accountId: string,
  config: C,
  except?: Entity<C>,
): void {
  for (const other of ownedBy(world, kind, accountId)) {
    if (other !== except && kind.clashes(config, other.config)) throw kind.failures.alreadyExists();
  }
}

type Typed = Pick<EntityKind<never>, 'arnType'>;

/** What a role must be allowed: the action on the entity that the request names. */
export const needOn =
  (kind: Typed, action: string) =>
  ({ Id = '*' }: { readonly Id?: string | undefined }, _world: World, { accountId }: Caller): Need[] => [
    { action: `cloudfront:${action}`, resource: resourceOf(kind, accountId, Id) },
  ];

/** What is to be made has no id yet: the action on all of the kind. */
export const needToMake =
  (kind: Typed, action: string) =>
  (_input: unknown, _world: World, { accountId }: Caller): Need[] => [
    { action: `cloudfront:${action}`, resource: resourceOf(kind, accountId, '*') },
  ];

const resourceOf = ({ arnType }: Typed, accountId: string, id: string): string =>
  arnType ? cloudFrontArn(accountId, arnType, id) : '*';

/** Lists are allowed or not as a whole. */
export const needToList = (action: string) => (): Need[] => [
  { action: `cloudfront:${action}`, resource: '*' },
];
