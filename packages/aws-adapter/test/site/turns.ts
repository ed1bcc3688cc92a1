import type { ViewerPort } from '@cutover/alias-migration';
import { secondsToMs } from '@cutover/ground';
import { type TurnResult, takeTurn } from '@cutover/handler-kit';
import { advance, copyOf, type Request, routeTo, type World } from '@cutover/local-aws';
import { evaluate, readRules } from '@cutover/redirect-rules';
import {
  type Declaration,
  openCreate,
  openDelete,
  openUpdate,
  type Phase,
  type SiteJournal,
  type SitePorts,
  siteDomain,
  siteJournals,
} from '@cutover/redirect-site';
import { siteTools } from '../../../../awscommunity-redirect-site/src/engine';
import { administratorIn, lineTo } from '../../../explorer/src/port';
import { dnsInProcess } from '../../../explorer/src/port/dns';
import { operations } from '../../../local-aws/src/world/operations';
import { siteClientsOf } from '../../src/site/clients';
import { siteDnsPort } from '../../src/site/dns';
import { sitePorts } from '../../src/site/ports';
import { type Line, wireOver } from './in-process';
import { credentials, OLD, OURS, stageOf } from './stage';

export const SITE_ID = 'rs-1';

export interface Errand {
  readonly action: 'create' | 'update' | 'delete';
  readonly declared?: Declaration;
}

/** The resource before a turn. */
export interface Moment {
  readonly errand: Errand;
  readonly world: World;
  readonly seenRevision: number;
}

export type Answer = TurnResult<SiteJournal>;

const line: Line = { world: stageOf(), hear: () => {} };
const options = { credentials, requestHandler: wireOver(line) };
const asker = { resolveCaa: async () => [], resolveNs: async () => [], resolve4: async () => [] };
const lasting = { ...sitePorts(options), dns: siteDnsPort(siteClientsOf(options).route53, () => asker) };

/**
 * Ports of the adapter on a world; what asks DNS and viewers, which needs no permission, is played. Those of before are
 * on this world too from now on.
 */
export function portsOn(world: World, hear: Line['hear'] = () => {}): SitePorts {
  Object.assign(line, { world, hear } satisfies Line);
  const unheard = lineTo(world, () => {});
  const { findAuthority, askAuthority } = dnsInProcess(unheard, world, administratorIn(OURS));
  // A role is assumed anew in each turn.
  const { moves } = sitePorts(options);
  return {
    ...lasting,
    moves: (migration) => {
      const { dns, ...rest } = moves(migration);
      const { findZone, findRecords, findTexts, changeRecords, isPublished } = dns;
      return {
        ...rest,
        dns: { findZone, findRecords, findTexts, changeRecords, isPublished, findAuthority, askAuthority },
        viewer: viewerOf(world),
      };
    },
  };
}

/** The newest of every edge: the distribution that was there before, or the rules. */
const viewerOf = (world: World): ViewerPort => ({
  request: async ({ host, path }) =>
    world.edges.map((edge) => {
      const { address } = edge;
      const served = routeTo(edge, host)?.distributionId;
      if (served === undefined) return { address, kind: 'answered', status: 403, headers: {} };
      if (served === OLD) return { address, kind: 'answered', status: 200, headers: {} };
      const { status, location } = evaluate(rules, { host, uri: path, now: world.now });
      return { address, kind: 'answered', status, headers: { ...(location && { location }) } };
    }),
});

export const sites = (to = 'https://careers.example.org/', hosts = ['go.example.com']) => ({
  Sites: [{ Id: 'main', Hosts: hosts, Rules: [{ Id: 'jobs', Match: '/jobs', To: to }] }],
});
const rules = readRules(JSON.stringify(sites(undefined, ['www.example.com'])), 'rules.json').rules!;

/** One turn, and what the calls in it need. */
export async function turnFrom({
  errand,
  world,
  seenRevision,
}: Moment): Promise<{ answer: Answer; needs: Set<string> }> {
  const needs = new Set<string>();
  const ports = portsOn(world, (request) => {
    for (const { action } of needsOf(world, request)) needs.add(action);
  });
  // A process that has just begun: it has read nothing yet.
  const tools = { ...siteTools, memory: undefined, clock: { now: () => world.now } };
  const store = siteJournals(ports.parameters);
  const domain = siteDomain(ports, tools);
  const order = {
    domain,
    store,
    id: SITE_ID,
    open: openingOf(errand, seenRevision, world.now),
    seenRevision,
    now: world.now,
  };
  return { answer: await takeTurn(order), needs };
}

function openingOf({ action, declared = {} }: Errand, seenRevision: number, now: number) {
  const wish = { siteId: SITE_ID, declared, now };
  if (action === 'delete') return openDelete(SITE_ID, seenRevision > 0, now);
  return action === 'create' ? openCreate(wish) : openUpdate(wish, seenRevision);
}

const needsOf = (world: World, { service, operation, input, caller }: Request) =>
  caller.roleArn === undefined || caller.accountId !== OURS
    ? []
    : (operations.get(`${service}.${operation}`)?.needs(input as never, world, caller) ?? []);

const TURNS_MAX = 200;
/** CloudFormation may call later than it was asked to; who waits for half an hour is called less often. */
const LATER = 10;

interface Ride {
  /** Hears of each turn, with the world as it was before. */
  readonly onTurn?: (before: Moment, answer: Answer, needs: Set<string>) => void;
  /** Left out: to the end. */
  readonly until?: Phase;
}

/** Turn after turn. */
export async function ride(world: World, errand: Errand, { onTurn, until }: Ride = {}): Promise<Answer> {
  let seenRevision = 0;
  for (let turn = 0; turn < TURNS_MAX; turn++) {
    const before = onTurn && { errand, world: copyOf(world), seenRevision };
    const { answer, needs } = await turnFrom({ errand, world, seenRevision });
    if (before) onTurn(before, answer, needs);
    if (answer.kind !== 'inProgress' || (until !== undefined && answer.journal?.phase === until))
      return answer;
    seenRevision = answer.revision;
    advance(world, world.now + secondsToMs(LATER * answer.delaySeconds + 1));
  }
  throw new Error(`No end after ${TURNS_MAX} turns of a ${errand.action}.`);
}
