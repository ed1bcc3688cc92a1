import type { Declaration, TakeOver } from '../../src';
import { small, worldWithZones } from './sites';
import type { World } from './world';
import { OURS } from './world-distributions';
import { answerAt } from './world-moves';

export const THEIRS = '210987654321';
const HOST = 'www.example.com';

/** www.example.com, served by a distribution that was there before; its record leads to that. */
export async function worldWithOld(accountId = OURS): Promise<World> {
  const world = worldWithZones();
  const certificateArn = world.certificates.add([HOST, '*.example.com']);
  await world.distributions.add(
    'EOLD',
    { callerReference: 'old', aliases: [HOST], certificateArn },
    accountId,
  );
  const { records } = world.dns.zones.get('ZCOM')!;
  world.dns.zones.get('ZCOM')!.records = [...records, oldRecord];
  return world;
}

export const oldRecord = { name: HOST, type: 'CNAME', ttlSeconds: 60, values: ['eold.cloudfront.net'] };

/** Rules about it, with and without its take-over. */
export function taking(takeOver?: TakeOver, to?: string): Declaration {
  const { Sites, HostedZones } = small(to);
  const [site] = Sites as { Hosts: string[] }[];
  return {
    Sites: [{ ...site, Hosts: [...site!.Hosts, HOST] }],
    HostedZones,
    ...(takeOver && { TakeOver: [takeOver] }),
  };
}

export const ROLE = `arn:aws:iam::${THEIRS}:role/let-go`;
/** Nothing is watched for minutes in a walk over every fault. */
export const here: TakeOver = { DistributionId: 'EOLD', BakeMinutes: 0 };
export const across: TakeOver = { ...here, RoleArn: ROLE };

/** Its rules never expire: any time will do. */
const NOON = Date.UTC(2026, 5, 1, 12);

/** After every call somebody asks for the name: it must never be without an answer that was declared. */
export function witness(world: World, complaints: string[]): void {
  const { watch } = world;
  world.watch = (call) => {
    watch(call);
    const answer = answerAt(world, HOST, '/jobs', NOON);
    const isServed =
      answer.kind === 'answered' && (answer.status === 301 || answer.headers['x-from'] === 'EOLD');
    if (!isServed) complaints.push(`after ${call}: ${JSON.stringify(answer)}`);
  };
}

export const holderOf = (world: World): string[] =>
  [...world.distributions.kept.values()].filter(({ aliases }) => aliases.includes(HOST)).map(({ id }) => id);
export const leads = (world: World): string[] =>
  world.dns
    .recordsAt(HOST)
    .map(({ type, values, aliasTarget }) => `${type} ${aliasTarget?.dnsName ?? values?.[0]}`);
