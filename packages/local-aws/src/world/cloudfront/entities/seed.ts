import type { FunctionConfig } from '@aws-sdk/client-cloudfront';
import { sendAtOnce } from '../../arrivals';
import { frozenCopy } from '../../frozen';
import { canonicalUserIdOf, newEtag } from '../../ids';
import { fillStore } from '../../key-value-stores/fill-store';
import type { World } from '../../world';
import { cachePolicy } from '../cache-policies/cache-policy';
import { invalidArgument } from '../failures';
import { functionArn } from '../functions/edge-function';
import { keyGroup } from '../key-groups/key-group';
import { keyValueStore } from '../key-value-stores/key-value-store';
import { originAccessControl } from '../origin-access-controls/origin-access-control';
import { originAccessIdentity } from '../origin-access-identities/origin-access-identity';
import { originRequestPolicy } from '../origin-request-policies/origin-request-policy';
import { publicKey } from '../public-keys/public-key';
import { responseHeadersPolicy } from '../response-headers-policies/response-headers-policy';
import type { EdgeFunction, Entity } from './entity';
import type { EntityKind } from './kind';

/** What is there before a rehearsal, as it was pasted. */
export interface SeededEntity {
  readonly accountId: string;
  readonly id: string;
  /** As the API answers it. */
  readonly config: object;
  readonly etag?: string | undefined;
  /** Of a key value store: what is in it. */
  readonly items?: Readonly<Record<string, string>>;
}

const kinds = {
  cachePolicies: cachePolicy,
  originRequestPolicies: originRequestPolicy,
  responseHeadersPolicies: responseHeadersPolicy,
  originAccessControls: originAccessControl,
  originAccessIdentities: originAccessIdentity,
  publicKeys: publicKey,
  keyGroups: keyGroup,
  keyValueStores: keyValueStore,
};

export type SeededKind = keyof typeof kinds;

/**
 * Puts in what exists before: AWS accepted it once, so only a second one of an id is refused.
 * @throws AwsFailure InvalidArgument
 */
export function seedEntity(world: World, kind: SeededKind, seeded: SeededEntity): Entity<unknown> {
  const { accountId, id, etag = newEtag(world) } = seeded;
  const all = (kinds[kind] as EntityKind<unknown>).all(world);
  if (!id) throw invalidArgument('The entity has no id.');
  if (all.has(id)) throw invalidArgument(`There are two of ${id}: every id can be there once.`);
  const config = frozenCopy({ ...unsaid(world, kind, seeded), ...seeded.config });
  const entity = { id, accountId, config, etag, createdAt: world.now, lastModifiedAt: world.now };
  all.set(id, entity);
  if (kind === 'keyValueStores') fillStore(world, id, new Map(Object.entries(seeded.items ?? {})));
  return entity;
}

/** What is kept in a configuration here and answered beside it by the API. */
function unsaid(world: World, kind: SeededKind, { accountId, id }: SeededEntity): object {
  if (kind === 'originAccessIdentities')
    return { s3CanonicalUserId: canonicalUserIdOf(world, accountId, id) };
  return kind === 'keyValueStores' ? { readyAt: world.now, tags: [] } : {};
}

export interface SeededFunction {
  readonly accountId: string;
  readonly name: string;
  readonly config: FunctionConfig;
  readonly code: Uint8Array;
  readonly etag?: string | undefined;
}

/** A function that is published: the same code on both stages. @throws AwsFailure InvalidArgument */
export function seedFunction(
  world: World,
  { accountId, name, config, code, etag }: SeededFunction,
): EdgeFunction {
  const arn = functionArn(accountId, name);
  if (world.functions.has(arn))
    throw invalidArgument(`There are two of ${arn}: every name can be there once.`);
  const version = { config: frozenCopy(config), code, lastModifiedAt: world.now };
  const seeded: EdgeFunction = {
    name,
    arn,
    accountId,
    createdAt: world.now,
    development: { ...version, etag: newEtag(world) },
    live: { ...version, etag: etag ?? newEtag(world) },
    tags: [],
  };
  world.functions.set(arn, seeded);
  sendAtOnce(world, { kind: 'function', arn, version: seeded.live });
  return seeded;
}
