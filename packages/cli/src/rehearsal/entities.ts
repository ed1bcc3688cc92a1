import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KeptKind, type SeededKind, seedEntity, seedFunction, type World } from '@cutover/local-aws';
import { readPasted, seeded } from './pasted';
import type { PastedFile, PastedFunction, Setting } from './rehearsal';

/** How the AWS CLI prints one kind of what distributions refer to. */
interface Printed {
  /** The member at the top of the output. */
  readonly member: string;
  /** The member inside that has the configuration; undefined where that stands beside the id. */
  readonly config?: string;
  /** The command, with the option that takes the id. */
  readonly command: string;
}

const printed: Readonly<Record<SeededKind, Printed>> = {
  cachePolicies: {
    member: 'CachePolicy',
    config: 'CachePolicyConfig',
    command: 'aws cloudfront get-cache-policy --id',
  },
  originRequestPolicies: {
    member: 'OriginRequestPolicy',
    config: 'OriginRequestPolicyConfig',
    command: 'aws cloudfront get-origin-request-policy --id',
  },
  responseHeadersPolicies: {
    member: 'ResponseHeadersPolicy',
    config: 'ResponseHeadersPolicyConfig',
    command: 'aws cloudfront get-response-headers-policy --id',
  },
  originAccessControls: {
    member: 'OriginAccessControl',
    config: 'OriginAccessControlConfig',
    command: 'aws cloudfront get-origin-access-control --id',
  },
  originAccessIdentities: {
    member: 'CloudFrontOriginAccessIdentity',
    config: 'CloudFrontOriginAccessIdentityConfig',
    command: 'aws cloudfront get-cloud-front-origin-access-identity --id',
  },
  publicKeys: {
    member: 'PublicKey',
    config: 'PublicKeyConfig',
    command: 'aws cloudfront get-public-key --id',
  },
  keyGroups: {
    member: 'KeyGroup',
    config: 'KeyGroupConfig',
    command: 'aws cloudfront get-key-group --id',
  },
  keyValueStores: {
    member: 'KeyValueStore',
    command: 'aws cloudfront describe-key-value-store --name',
  },
};

const describeFunction = 'aws cloudfront describe-function --stage LIVE --name';

/** Keys of `before` for what distributions refer to, in the order in which they refer to each other. */
export const seededKinds = Object.keys(printed) as readonly SeededKind[];

/** Puts what distributions refer to into the world. @throws UserError naming the file */
export function seedEntities(world: World, setting: Setting): void {
  for (const kind of seededKinds) {
    for (const item of setting.before[kind]) seedEntityFile(world, setting, kind, item);
  }
  for (const item of setting.before.functions) seedFunctionFile(world, setting, item);
}

function seedEntityFile(world: World, setting: Setting, kind: SeededKind, item: PastedFile): void {
  const { member, config, command } = printed[kind];
  const pasted = readPasted(setting, item, member, `${command} ${config ? 'ID' : 'NAME'}`);
  const entity = pasted[member] as { readonly Id?: string } & Record<string, object | undefined>;
  seeded(setting, item, () =>
    seedEntity(world, kind, {
      accountId: setting.accounts[item.account] ?? '',
      id: entity.Id ?? '',
      config: config ? (entity[config] ?? {}) : nameAndComment(entity),
      etag: etagOf(pasted),
    }),
  );
}

const nameAndComment = ({ Name, Comment = '' }: Record<string, unknown>): object => ({ Name, Comment });

function seedFunctionFile(world: World, setting: Setting, item: PastedFunction): void {
  const pasted = readPasted(setting, item, 'FunctionSummary', `${describeFunction} NAME`);
  const { Name = '', FunctionConfig } = pasted.FunctionSummary as { Name?: string; FunctionConfig?: object };
  seeded(setting, item, () =>
    seedFunction(world, {
      accountId: setting.accounts[item.account] ?? '',
      name: Name,
      config: FunctionConfig as never,
      code: readFileSync(join(setting.folder, item.code)),
      etag: etagOf(pasted),
    }),
  );
}

const etagOf = ({ ETag }: Record<string, unknown>): string | undefined =>
  typeof ETag === 'string' ? ETag : undefined;

/** The command of the AWS CLI that prints one, as a person would type it. */
export function commandFor(kind: KeptKind, id: string): string {
  if (kind !== 'functions') return `${printed[kind].command} ${id} --output json`;
  const name = id.split('/').at(-1) ?? id;
  return (
    `${describeFunction} ${name} --output json (file) and ` +
    `aws cloudfront get-function --stage LIVE --name ${name} ${name}.js (code)`
  );
}
