import type { JournalStore } from '@cutover/handler-kit';
import type { World } from '@cutover/local-aws';
import type { RuleSet } from '@cutover/redirect-rules';
import { type RulesPort, type SiteJournal, servedRules, siteJournals } from '@cutover/redirect-site';
import { parametersOf } from './parameters';
import type { Turn } from './stage-log';

/** Rules that a redirect site has published. */
export interface ServedGeneration {
  readonly siteId: string;
  readonly number: number;
  readonly rules: RuleSet;
}

/** Which rules each redirect site has gone live with, turn by turn, as its journal says. */
export class RuleLog {
  readonly generations: ServedGeneration[] = [];
  private readonly journals: JournalStore<SiteJournal>;
  private readonly port: RulesPort;

  constructor(world: World) {
    this.journals = siteJournals(parametersOf(world));
    this.port = objectsOf(world);
  }

  async onTurn({ payload, event }: Turn): Promise<void> {
    const siteId = siteIdIn(event.resourceModel) ?? siteIdIn(payload.requestData.resourceProperties);
    const live = siteId === undefined ? undefined : (await this.journals.read(siteId))?.live;
    if (siteId === undefined || !live || this.knows(siteId, live.number)) return;
    const rules = await servedRules(this.port, live);
    if (rules) this.generations.push({ siteId, number: live.number, rules });
  }

  private knows(siteId: string, number: number): boolean {
    return this.generations.some((each) => each.siteId === siteId && each.number === number);
  }
}

const siteIdIn = (properties: unknown): string | undefined => {
  const id = (properties as { readonly SiteId?: unknown } | null | undefined)?.SiteId;
  return typeof id === 'string' ? id : undefined;
};

/** Objects in S3 without a call. */
const objectsOf = (world: World): RulesPort => ({
  read: async ({ bucket, key, versionId }) => {
    const versions = world.buckets.get(bucket)?.objects.get(key) ?? [];
    const found =
      versionId === undefined ? versions[0] : versions.find((each) => each.versionId === versionId);
    return found?.body;
  },
});
