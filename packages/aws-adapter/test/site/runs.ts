import { copyOf, faultAt, type World } from '@cutover/local-aws';
import type { Declaration, Phase, TakeOver } from '@cutover/redirect-site';
import {
  BUCKET,
  BUSY,
  certificateIn,
  LETS_GO,
  OLD,
  OURS,
  READY,
  type StageOptions,
  stageOf,
  THEIRS,
  upload,
  ZONE,
} from './stage';
import { ride, sites } from './turns';

type Declare = (world: World) => Declaration;

/** An operation on a site, and what was there before it. */
export interface Run {
  readonly name: string;
  readonly stage?: StageOptions;
  /** A create by an administrator, before. */
  readonly first?: Declare;
  /** Given up when it has come so far. */
  readonly until?: Phase;
  /** Points of faults that strike the first call of all. */
  readonly faults?: readonly string[];
  /** What somebody else does then. */
  readonly meanwhile?: (world: World) => void;
  readonly declared?: Declare;
  /** Left out: it succeeds. */
  readonly ends?: 'failed';
}

const WWW = 'www.example.com';
const GO = 'go.example.com';
const ELSEWHERE = 'https://elsewhere.example.org/';
const here: TakeOver = { DistributionId: OLD, BakeMinutes: 0 };
const wherever: TakeOver = { BakeMinutes: 0 };
const across: TakeOver = { ...here, RoleArn: LETS_GO };
const theirs: StageOptions = { holder: THEIRS };
const taken: StageOptions = { holder: THEIRS, isWildcardTaken: true };

const quick: Declaration = { HostedZones: [{ Id: ZONE }], TestAtEdge: 'None' };
const given: Declaration = { CertificateArn: certificateIn(OURS) };
const requested: Declaration = { CertificateArn: undefined };
const logs: Declaration = { Logs: { Bucket: BUCKET } };
const tags = (...keys: string[]): Declaration => ({ Tags: keys.map((Key) => ({ Key, Value: 'x' })) });
const plain =
  (more: Declaration = {}): Declare =>
  () => ({ ...sites(), ...quick, ...more });
const on = (Id: string, more?: Declaration): Declare => plain({ Distribution: { Id }, ...more });
const taking = (takeOver: TakeOver): Declare =>
  plain({ ...sites(undefined, [GO, WWW]), TakeOver: [takeOver] });

/** Rules under a key of KMS; the newest, or a version. */
const inBucket =
  (isNamed: boolean, rules: object = sites(), more?: Declaration): Declare =>
  (world) => {
    const VersionId = upload(world, rules);
    const RulesSource = { Bucket: BUCKET, Key: 'rules.json', ...(isNamed && { VersionId }) };
    return { ...quick, ...given, RulesSource, ...more };
  };
const takingByBucket = (isNamed: boolean, takeOver: TakeOver): Declare =>
  inBucket(isNamed, sites(undefined, [GO, WWW]), { ...requested, TakeOver: [takeOver] });

/** More than one distribution can take. */
const wide = (count: number): Declare =>
  plain({
    ...sites(
      undefined,
      Array.from({ length: count }, (_, n) => `h${n}.example.com`),
    ),
    ...given,
    HostedZones: [],
  });

function withoutFunctionAndStore(world: World): void {
  world.functions.clear();
  world.keyValueStores.clear();
}

const own = plain(tags('team'));
const version = inBucket(true, sites(ELSEWHERE));
const oneHost = wide(1);
const manyHosts = wide(101);

export const runs: Readonly<Record<'create' | 'update' | 'delete', readonly Run[]>> = {
  create: [
    {
      name: 'a site with tags and logs',
      declared: plain({ ...tags('team'), ...logs, TestAtEdge: 'PerRule' }),
    },
    {
      name: 'a version of rules in a bucket, on a distribution that is there',
      declared: inBucket(true, sites(), { Distribution: { Id: READY } }),
    },
    { name: 'a name that does not validate', declared: plain(sites(undefined, [GO, 'go.example.net'])) },
    { name: 'a take-over by rules in a bucket', declared: takingByBucket(false, here) },
    { name: 'a take-over whose wildcard is taken', stage: taken, declared: taking(across), ends: 'failed' },
    { name: 'one that goes back', declared: on(BUSY), ends: 'failed' },
    {
      name: 'one whose items were written and nobody heard',
      faults: ['cloudfront-keyvaluestore.UpdateKeys.lost'],
      declared: own,
    },
  ],
  update: [
    {
      name: 'another rule and one host more',
      first: own,
      declared: plain({ ...sites(ELSEWHERE, [GO, 'to.example.com']), TestAtEdge: 'PerRule' }),
    },
    {
      name: 'other tags, and logs',
      first: own,
      declared: plain({ ...tags('unit'), ...logs }),
    },
    { name: 'a version of rules in a bucket', first: inBucket(false), declared: version },
    { name: 'a hundred hosts more', first: oneHost, declared: manyHosts },
    { name: 'a hundred hosts less', first: manyHosts, declared: oneHost },
    {
      name: 'a site whose function and store somebody has removed',
      first: own,
      meanwhile: withoutFunctionAndStore,
      declared: plain(sites(ELSEWHERE)),
    },
    { name: 'a take-over from wherever the host is', first: own, declared: taking(wherever) },

    {
      name: 'a take-over whose wildcard is taken',
      stage: taken,
      first: own,
      declared: taking(across),
      ends: 'failed',
    },
  ],
  delete: [
    { name: 'a site of its own', first: own },
    { name: 'a take-over by rules in a bucket', first: takingByBucket(false, here) },
    {
      name: 'a take-over across accounts by a version of rules in a bucket',
      stage: theirs,
      first: takingByBucket(true, across),
    },
    {
      name: 'a create that was given up when it had asked for a certificate',
      faults: ['acm.RequestCertificate.lost'],
      first: own,
      until: 'CERTIFICATE',
    },
  ],
};

/** Sites whose rules are in a bucket: the newest, and a version; one has tags, and a certificate of its own. */
export const readings: readonly Run[] = [
  { name: 'a site', first: inBucket(false, sites(), { ...requested, ...tags('team') }) },
  { name: 'a site of a version', first: inBucket(true) },
];

const before = new Map<string, Promise<World>>();

/** The world when the run begins. What several have in common is made once. */
export async function worldBefore({ stage, faults = [], first, until, meanwhile }: Run): Promise<World> {
  const world = stageOf(stage);
  const key = JSON.stringify([stage, faults, until, first?.(world)]);
  const made = before.get(key) ?? begun(stageOf(stage), { faults, first, until });
  before.set(key, made);
  const copy = copyOf(await made);
  meanwhile?.(copy);
  return copy;
}

async function begun(
  world: World,
  { faults, first, until }: Pick<Run, 'first' | 'until' | 'faults'>,
): Promise<World> {
  world.faults.push(...(faults ?? []).map((point) => faultAt({ point })));
  if (first) await ride(world, { action: 'create', declared: first(world) }, { until });
  return world;
}
