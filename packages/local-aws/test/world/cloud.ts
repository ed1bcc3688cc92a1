import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import { createWorld } from '../../src/world/create';
import { answer } from '../../src/world/gate';
import type { Knobs } from '../../src/world/knobs';
import type { Answer, Caller } from '../../src/world/operation';
import { seedCertificate, seedDistribution, seedHostedZone } from '../../src/world/seed';
import type { Distribution, World } from '../../src/world/world';

/** The two accounts of the migration article. */
export const sourceAccount = '636696000000';
export const targetAccount = '310123456789';

export const startedAt = Date.UTC(2026, 0, 1);

export const emptyCloud = (knobs: Partial<Knobs> = {}): World =>
  createWorld({
    seed: 'cloud',
    startedAt,
    knobs,
    accounts: [
      { id: sourceAccount, name: 'source' },
      { id: targetAccount, name: 'target' },
    ],
  });

/** The least that CreateDistribution takes. */
export const smallConfig = (changes: Partial<DistributionConfig> = {}): DistributionConfig => ({
  CallerReference: 'reference',
  Comment: '',
  Enabled: true,
  Origins: {
    Quantity: 1,
    Items: [
      {
        Id: 'origin',
        DomainName: 'origin.example.net',
        CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: 'http-only' },
      },
    ],
  },
  DefaultCacheBehavior: { TargetOriginId: 'origin', ViewerProtocolPolicy: 'redirect-to-https' },
  ...changes,
});

export const aliases = (...names: string[]) => ({ Quantity: names.length, Items: names });

export const acm = (arn: string) => ({
  ACMCertificateArn: arn,
  SSLSupportMethod: 'sni-only' as const,
  MinimumProtocolVersion: 'TLSv1.2_2021' as const,
});

let certificates = 0;

/** A certificate for these names in the account; its ARN. */
export function certificateFor(
  world: World,
  accountId: string,
  names: readonly string[],
  region = 'us-east-1',
) {
  const arn = `arn:aws:acm:${region}:${accountId}:certificate/${++certificates}`;
  seedCertificate(world, { accountId, arn, names });
  return arn;
}

export interface Existing {
  readonly account?: string;
  readonly id: string;
  readonly aliases?: string[];
  /** Names of its certificate; left out: those of the aliases. Empty: CloudFront's own. */
  readonly covers?: string[];
  readonly config?: Partial<DistributionConfig>;
}

/** A distribution that is there and deployed. */
export function existing(
  world: World,
  { account = sourceAccount, id, config, ...given }: Existing,
): Distribution {
  const names = given.aliases ?? [];
  const covers = given.covers ?? names;
  return seedDistribution(world, {
    accountId: account,
    id,
    domainName: `${id.toLowerCase()}.cloudfront.net`,
    config: smallConfig({
      CallerReference: id,
      Aliases: aliases(...names),
      ...(covers.length && { ViewerCertificate: acm(certificateFor(world, account, covers)) }),
      ...config,
    }),
  });
}

/** example.com in the source's account, with these records published. */
export const zoneWith = (world: World, records: ResourceRecordSet[], name = 'example.com') =>
  seedHostedZone(world, { accountId: sourceAccount, id: `Z${name}`, name, records });

export const cname = (name: string, value: string): ResourceRecordSet => ({
  Name: name,
  Type: 'CNAME',
  TTL: 300,
  ResourceRecords: [{ Value: value }],
});

export const txt = (name: string, ...values: string[]): ResourceRecordSet => ({
  Name: name,
  Type: 'TXT',
  TTL: 300,
  ResourceRecords: values.map((value) => ({ Value: `"${value}"` })),
});

export const administrator = (accountId: string): Caller => ({ accountId, region: 'us-east-1' });

/** One call through the gate. */
export const ask = (
  world: World,
  operation: string,
  input: unknown,
  caller: Caller | string = sourceAccount,
  actor = 'handler',
): Answer =>
  answer(world, {
    service: 'cloudfront',
    operation,
    input,
    caller: typeof caller === 'string' ? administrator(caller) : caller,
    actor,
    into: 0,
  });

/** The output of a call that has to succeed. */
export function told<O = Record<string, unknown>>(answered: Answer): O {
  if (answered.kind !== 'output') throw new Error(`expected an output: ${JSON.stringify(answered)}`);
  return answered.output as O;
}

/** `ok`, or code and status of the refusal. */
export const outcome = (answered: Answer): string =>
  answered.kind === 'output'
    ? 'ok'
    : answered.kind === 'failure'
      ? `${answered.code} ${answered.status}`
      : answered.kind;

export const messageOf = (answered: Answer): string => (answered.kind === 'failure' ? answered.message : '');

/** UpdateDistribution of what is there, with changes. */
export const update = (
  world: World,
  distribution: Distribution,
  changes: Partial<DistributionConfig>,
  ifMatch: string | undefined = distribution.etag,
): Answer =>
  ask(
    world,
    'UpdateDistribution',
    { Id: distribution.id, IfMatch: ifMatch, DistributionConfig: { ...distribution.config, ...changes } },
    distribution.accountId,
  );

/** Aliases as the configuration lists them. */
export const namesOn = (distribution: Distribution): string[] => [
  ...(distribution.config.Aliases?.Items ?? []),
];
