import type { Instant } from '@cutover/ground';
import { AwsFailure } from '../failure';
import type { Caller, Need } from '../operation';
import type { World } from '../world';
import type { TestRun } from './tests';

/** A type in the private registry of an account and region. */
export interface TypeRecord {
  readonly accountId: string;
  readonly region: string;
  /** `AwsCommunity::CloudFront::AliasMigration` */
  readonly typeName: string;
  readonly defaultVersionId: string;
  /** Oldest first. A number is never given twice: deregistered ones stay. */
  readonly versions: readonly TypeVersionRecord[];
}

export interface TypeVersionRecord {
  /** `00000001` */
  readonly versionId: string;
  readonly arn: string;
  readonly schema: string;
  readonly roleArn: string | undefined;
  /** SHA-256 of its package. */
  readonly digest: string;
  /** `s3://bucket/key` */
  readonly packageUrl: string;
  /** Until then its registration is in progress, and nobody can use it. */
  readonly liveAt: Instant;
  readonly isDeprecated: boolean;
  /** Its last contract test. */
  readonly test?: TestRun;
}

export interface RegistrationRecord {
  readonly token: string;
  readonly accountId: string;
  readonly region: string;
  readonly typeName: string;
  readonly versionArn: string;
  /** Of the caller: the same request again is the same registration. */
  readonly clientRequestToken: string | undefined;
  readonly endsAt: Instant;
  /** Why it fails in the end. */
  readonly problem?: string;
}

type Place = Pick<Caller, 'accountId' | 'region'>;

export const typeKey = ({ accountId, region }: Place, typeName: string): string =>
  `${accountId}/${region}/${typeName}`;

/** `arn:aws:cloudformation:eu-west-1:310123456789:type/resource/Acme-Demo-Greeting`, with a version behind it or not. */
export const typeArn = ({ accountId, region }: Place, typeName: string, versionId?: string): string =>
  `arn:aws:cloudformation:${region}:${accountId}:type/resource/${typeName.replaceAll('::', '-')}${versionId ? `/${versionId}` : ''}`;

/** Versions that can be used. */
export const liveVersions = (world: World, { versions }: TypeRecord): TypeVersionRecord[] =>
  versions.filter(({ liveAt, isDeprecated }) => liveAt <= world.now && !isDeprecated);

/** How an operation names a type or one of its versions. */
export interface TypeReference {
  readonly Arn?: string | undefined;
  readonly TypeName?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly PublisherId?: string | undefined;
}

/** @returns the type, and the version if one is named. @throws AwsFailure TypeNotFoundException */
export function findType(
  world: World,
  caller: Caller,
  { Arn, TypeName, VersionId, PublisherId }: TypeReference,
): { readonly type: TypeRecord; readonly version: TypeVersionRecord | undefined } {
  const [, slug, ofArn] = /:type\/resource\/([^/]+)(?:\/(\d+))?$/.exec(Arn ?? '') ?? [];
  const type = [...world.types.values()].find(
    (each) =>
      each.accountId === caller.accountId &&
      each.region === caller.region &&
      (each.typeName === TypeName || each.typeName.replaceAll('::', '-') === slug),
  );
  const versionId = VersionId ?? ofArn;
  // Whoever names a publisher asks for a public type: those are in public-record.ts.
  const live = type && PublisherId === undefined ? liveVersions(world, type) : [];
  const version = live.find((each) => each.versionId === versionId);
  if (!type || live.length === 0 || (versionId !== undefined && !version))
    throw typeNotFound(TypeName ?? Arn, versionId);
  return { type, version };
}

export const typeNotFound = (name = '', versionId?: string): AwsFailure =>
  new AwsFailure(
    'TypeNotFoundException',
    404,
    `The type '${name}'${versionId ? ` in version '${versionId}'` : ''} cannot be found.`,
  );

/** The version that is named, or else the default one. @throws AwsFailure TypeNotFoundException */
export function findVersion(
  world: World,
  caller: Caller,
  reference: TypeReference,
): { readonly type: TypeRecord; readonly version: TypeVersionRecord } {
  const { type, version } = findType(world, caller, reference);
  const isDefault = ({ versionId }: TypeVersionRecord): boolean => versionId === type.defaultVersionId;
  return { type, version: version ?? type.versions.find(isDefault)! };
}

/** Puts a version in the place of its former self. */
export function replaceVersion(world: World, type: TypeRecord, version: TypeVersionRecord): void {
  const versions = type.versions.map((each) => (each.versionId === version.versionId ? version : each));
  world.types.set(typeKey(type, type.typeName), { ...type, versions });
}

/** The registry's one code for what is wrong with a request. */
export const registryFailure = (message: string): AwsFailure =>
  new AwsFailure('CFNRegistryException', 400, message);

/** The need of an operation of the registry; policies name types with `*` throughout (facts of the reference's roles). */
export const registryNeed = (action: string): Need[] => [
  { action: `cloudformation:${action}`, resource: '*' },
];
