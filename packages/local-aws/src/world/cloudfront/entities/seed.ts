import type { ResponseHeadersPolicyConfig } from '@aws-sdk/client-cloudfront';
import { frozenCopy } from '../../frozen';
import { newEtag } from '../../ids';
import type { World } from '../../world';
import { invalidArgument } from '../failures';
import { responseHeadersPolicy } from '../response-headers-policies/response-headers-policy';
import type { Entity } from './entity';
import type { EntityKind } from './kind';

/** What is there before a rehearsal, as it was pasted. */
export interface SeededEntity<C> {
  readonly accountId: string;
  readonly id: string;
  readonly config: C;
  readonly etag?: string | undefined;
}

/** Puts in what exists before: accepted once by AWS, so only a second one of an id is refused. */
export function seedEntity<C>(
  world: World,
  kind: EntityKind<C, never>,
  { accountId, id, config, etag = newEtag(world) }: SeededEntity<C>,
): Entity<C> {
  if (kind.all(world).has(id)) throw invalidArgument(`There are two of ${id}: every id can be there once.`);
  const version = { etag, createdAt: world.now, lastModifiedAt: world.now };
  const entity: Entity<C> = { id, accountId, config: frozenCopy(config), ...version };
  kind.all(world).set(id, entity);
  return entity;
}

export type SeededResponseHeadersPolicy = SeededEntity<ResponseHeadersPolicyConfig>;

export const seedResponseHeadersPolicy = (world: World, seeded: SeededResponseHeadersPolicy) =>
  seedEntity(world, responseHeadersPolicy, seeded);
