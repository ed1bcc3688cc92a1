import {
  createWorld,
  type Knobs,
  seedBucket,
  seedCertificate,
  seedDistribution,
  seedHostedZone,
  seedObject,
  seedRole,
  type World,
} from '@cutover/local-aws';
import { configOf } from '../../../explorer/src/smallest-world';

export const OURS = '310123456789';
export const THEIRS = '636696000000';
export const ZONE = 'ZEXAMPLE';
/** Serves www.example.com before the site does. */
export const OLD = 'E1111111OLD';
/** Of ours and without names: a site may use it. */
export const READY = 'E2222222READY';
/** Of ours, for a name that no zone of ours is about. */
export const BUSY = 'E3333333BUSY';
export const BUCKET = 'rules-of-redirects';
export const KEY = 'arn:aws:kms:us-east-1:310123456789:key/1';
export const certificateIn = (accountId: string): string =>
  `arn:aws:acm:us-east-1:${accountId}:certificate/wildcard`;
/** Lets go of names in the other account. */
export const LETS_GO = `arn:aws:iam::${THEIRS}:role/let-go`;
/** What the handlers are, and the key of a session of it. */
const HANDLERS = `arn:aws:iam::${OURS}:role/handlers`;
const SESSION = 'ASIAHANDLERS';
export const credentials = { accessKeyId: SESSION, secretAccessKey: 'secret', sessionToken: 'token' };

export interface StageOptions {
  /** Who has the distribution that serves www.example.com. */
  readonly holder?: string;
  /** Somebody else has the wildcard through which a host would pass. */
  readonly isWildcardTaken?: boolean;
}

/** Nothing takes long: a turn that only waits needs no permission that another does not. */
const quick: Partial<Knobs> = {
  edgeCount: 1,
  edgeDelaySeconds: [1, 1],
  deployTailSeconds: [1, 1],
  publishLagSeconds: [1, 1],
  functionDelaySeconds: [1, 1],
  itemDelaySeconds: [1, 1],
  keyValueStoreSeconds: [1, 1],
};

/** A zone, rules in a bucket, a distribution to build on, and one that serves www.example.com. */
export function stageOf({ holder = OURS, isWildcardTaken = false }: StageOptions = {}): World {
  const world = createWorld({
    seed: 'permissions of a site',
    startedAt: Date.UTC(2026, 0, 1),
    accounts: [OURS, THEIRS].map((id) => ({ id, name: id })),
    knobs: quick,
  });
  for (const accountId of [OURS, THEIRS])
    seedCertificate(world, {
      accountId,
      arn: certificateIn(accountId),
      names: ['example.com', '*.example.com'],
    });
  seedDistribution(world, {
    accountId: holder,
    id: OLD,
    domainName: 'old.cloudfront.net',
    config: configOf(OLD, ['www.example.com'], certificateIn(holder)),
  });
  seedDistribution(world, { accountId: OURS, id: READY, config: configOf(READY, [], certificateIn(OURS)) });
  const imported = `arn:aws:acm:us-east-1:${OURS}:certificate/imported`;
  seedCertificate(world, { accountId: OURS, arn: imported, names: ['shop.example.org'] });
  seedDistribution(world, {
    accountId: OURS,
    id: BUSY,
    config: configOf(BUSY, ['shop.example.org'], imported),
  });
  if (isWildcardTaken)
    seedDistribution(world, {
      accountId: THEIRS,
      id: 'E4444444WILD',
      config: configOf('wild', ['*.example.com'], certificateIn(THEIRS)),
    });
  const www = {
    Name: 'www.example.com.',
    Type: 'CNAME' as const,
    TTL: 60,
    ResourceRecords: [{ Value: 'old.cloudfront.net' }],
  };
  seedHostedZone(world, { accountId: OURS, id: ZONE, name: 'example.com', records: [www] });
  seedHostedZone(world, { accountId: OURS, id: 'ZSILENT', name: 'example.net', records: [] });
  seedBucket(world, { name: BUCKET, accountId: OURS, versioning: 'Enabled' });
  seedRole(world, {
    arn: LETS_GO,
    name: 'let-go',
    accountId: THEIRS,
    trust: { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: HANDLERS } }] },
    policies: [{ Statement: [{ Effect: 'Allow', Action: 'cloudfront:*', Resource: '*' }] }],
  });
  allow(world, ['*']);
  const expiresAt = world.now + 1e12;
  world.sessions.set(SESSION, {
    accessKeyId: SESSION,
    accountId: OURS,
    roleArn: HANDLERS,
    sessionName: 'turn',
    expiresAt,
  });
  return world;
}

/** From here on the handlers may do this, and nothing else. */
export function allow(world: World, actions: readonly string[]): void {
  world.roles.delete(HANDLERS);
  seedRole(world, {
    arn: HANDLERS,
    name: 'handlers',
    accountId: OURS,
    trust: { Statement: [] },
    policies: [{ Statement: [{ Effect: 'Allow', Action: [...actions], Resource: '*' }] }],
  });
}

/** Rules in S3, under a key of KMS. @returns the version */
export const upload = (world: World, rules: object): string =>
  seedObject(world, BUCKET, 'rules.json', { body: Buffer.from(JSON.stringify(rules)), kmsKeyArn: KEY })
    .versionId;
