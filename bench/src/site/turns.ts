import { type TurnResult, takeTurn } from '@cutover/handler-kit';
import {
  type Declaration,
  openCreate,
  openUpdate,
  type SiteJournal,
  siteDomain,
  siteJournals,
} from '@cutover/redirect-site';
import { siteTools } from '../../../awscommunity-redirect-site/src/engine';
import { type LocalSite, startLocalSite, ZONE } from '../../../packages/aws-adapter/test/site/local-site';

const SITE_ID = 'rs-bench';
/** The middle of what a call costs in the local AWS, for each: in process nobody is charged for them. */
export const LATENCY_MS = 230;

export interface Operation {
  readonly kind: 'create' | 'update';
  readonly declared: Declaration;
}

export const startSite = (): Promise<LocalSite> =>
  startLocalSite({ callLatencyMs: [LATENCY_MS, LATENCY_MS] });
export { ZONE };

/**
 * Turn after turn in this process, through SDK and wire, each with ports of its own as the handler has: a process of
 * Lambda that reads 100,000 rules takes longer than the sandbox lets it, on a machine that does other things.
 * @returns how many turns it took
 */
export async function carryOut(site: LocalSite, { kind, declared }: Operation): Promise<number> {
  let seenRevision = 0;
  for (let turns = 1; turns <= 300; turns++) {
    const { result, tookMs } = await turnOn(
      site,
      (now) =>
        kind === 'create'
          ? openCreate({ siteId: SITE_ID, declared, now })
          : openUpdate({ siteId: SITE_ID, declared, now }, seenRevision),
      seenRevision,
    );
    if (result.kind === 'failed') throw new Error(`${kind}: ${result.message}`);
    await site.pass(tookMs / 1000);
    if (result.kind !== 'inProgress') return turns;
    seenRevision = result.revision;
    await site.pass(result.delaySeconds);
  }
  throw new Error(`${kind} goes on for ever.`);
}

async function turnOn(
  { aws, ports }: LocalSite,
  openAt: (now: number) => ReturnType<typeof openCreate>,
  seenRevision: number,
): Promise<{ readonly result: TurnResult<SiteJournal>; readonly tookMs: number }> {
  const { calls } = aws.world;
  const before = calls.length;
  const now = aws.timeline.now();
  const tookMs = (): number => (calls.length - before) * LATENCY_MS;
  const domain = siteDomain(ports, { ...siteTools, clock: { now: () => now + tookMs() } });
  const store = siteJournals(ports.parameters);
  const order = { domain, store, id: SITE_ID, open: openAt(now), seenRevision, now };
  return { result: await takeTurn(order), tookMs: tookMs() };
}
