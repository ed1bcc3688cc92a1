import { createHash } from 'node:crypto';
import type { Instant } from '@cutover/ground';
import type { Caller } from '../operation';
import type { World } from '../world';
import type { TypeReference } from './type-record';

/** An account that may publish in a region. */
export interface PublisherRecord {
  readonly publisherId: string;
  readonly accountId: string;
  readonly region: string;
  readonly connectionArn: string | undefined;
}

/** A type in the public registry of a region: every region has its own. */
export interface PublicTypeRecord {
  readonly publisherId: string;
  readonly region: string;
  readonly typeName: string;
  /** Oldest first; none can be changed or taken back. */
  readonly versions: readonly PublicVersionRecord[];
}

export interface PublicVersionRecord {
  readonly number: string;
  readonly arn: string;
  readonly schema: string;
  readonly digest: string;
  readonly publishedAt: Instant;
}

/** A public type that an account uses under a name of its own choice. */
export interface ActivationRecord {
  readonly accountId: string;
  readonly region: string;
  /** The alias, or else the type's own name. */
  readonly typeName: string;
  readonly publicTypeArn: string;
  readonly arn: string;
}

/** One id for an account, the same in all regions. */
export const publisherIdOf = (accountId: string): string =>
  createHash('sha1').update(`publisher ${accountId}`).digest('hex');

export const publisherKey = ({ accountId, region }: Pick<Caller, 'accountId' | 'region'>): string =>
  `${accountId}/${region}`;

export const publicKey = (publisherId: string, region: string, typeName: string): string =>
  `${publisherId}/${region}/${typeName}`;

/** `arn:aws:cloudformation:eu-west-1::type/resource/PUBLISHER/Acme-Demo-Greeting/1.0.0` */
export const publicArn = (region: string, publisherId: string, typeName: string, number: string): string =>
  `arn:aws:cloudformation:${region}::type/resource/${publisherId}/${typeName.replaceAll('::', '-')}/${number}`;

/** How an operation names a public type. */
interface PublicReference extends TypeReference {
  readonly PublicTypeArn?: string | undefined;
  readonly PublicVersionNumber?: string | undefined;
}

/** A public version of the caller's region: the newest, unless another is named. */
export function findPublic(
  world: World,
  { region }: Caller,
  reference: PublicReference,
): { readonly type: PublicTypeRecord; readonly version: PublicVersionRecord } | undefined {
  const arn = reference.PublicTypeArn ?? reference.Arn;
  const [, ofArn, slug, numberInArn] =
    /::type\/resource\/([^/]+)\/([^/]+)(?:\/([^/]+))?$/.exec(arn ?? '') ?? [];
  const publisherId = reference.PublisherId ?? ofArn;
  const number = reference.PublicVersionNumber ?? numberInArn;
  for (const type of world.publicTypes.values()) {
    const isNamed = type.typeName === reference.TypeName || type.typeName.replaceAll('::', '-') === slug;
    if (type.publisherId !== publisherId || type.region !== region || !isNamed) continue;
    const version = number ? type.versions.find((each) => each.number === number) : type.versions.at(-1);
    return version && { type, version };
  }
  return undefined;
}
