import type { EdgeFunction, FunctionDraft, FunctionPort, FunctionTest, Stage } from '../../src';
import { answerTo } from './engine';
import { absent, inUse, stale, taken } from './refusals';
import type { WorldStores } from './world-stores';

interface Kept {
  readonly name: string;
  readonly arn: string;
  development: FunctionDraft;
  live?: FunctionDraft;
  /** Of the publish before, which some edges still run. */
  former?: FunctionDraft;
  looksUntilDeployed: number;
  revision: number;
}

/** Functions with two stages; after a publish edges run the former code for some looks. */
export class WorldFunctions implements FunctionPort {
  readonly kept = new Map<string, Kept>();
  /** ARNs that distributions run. */
  readonly associated = new Set<string>();
  testFails?: string;

  constructor(private readonly stores: WorldStores) {}

  async find(name: string, stage: Stage): Promise<EdgeFunction | undefined> {
    const kept = this.kept.get(name);
    const draft = stage === 'LIVE' ? kept?.live : kept?.development;
    if (!kept || !draft) return undefined;
    return {
      name,
      arn: kept.arn,
      etag: `F-${kept.revision}`,
      comment: draft.comment,
      status: stage === 'LIVE' ? this.statusOf(kept) : 'UNPUBLISHED',
      code: draft.code,
      storeArn: draft.storeArn,
    };
  }

  async create(draft: FunctionDraft): Promise<void> {
    const { name } = draft;
    if (this.kept.has(name)) throw taken(`function ${name}`);
    const arn = `arn:aws:cloudfront::123456789012:function/${name}`;
    this.kept.set(name, { name, arn, development: draft, looksUntilDeployed: 0, revision: 1 });
  }

  async update(draft: FunctionDraft, etag: string): Promise<void> {
    const kept = this.at(draft.name, etag);
    kept.development = draft;
    kept.revision += 1;
  }

  async publish(name: string, etag: string): Promise<void> {
    const kept = this.at(name, etag);
    if (kept.live?.code === kept.development.code) return;
    kept.former = kept.live;
    kept.live = kept.development;
    kept.looksUntilDeployed = 8;
  }

  async test(name: string, etag: string, event: string): Promise<FunctionTest> {
    const { code, storeArn } = this.at(name, etag).development;
    if (this.testFails !== undefined) return { error: this.testFails, utilization: 0 };
    const parsed = JSON.parse(event);
    const query = Object.entries<{ value: string }>(parsed.request.querystring)
      .map(([key, { value }]) => `${key}=${value}`)
      .join('&');
    const invocation = { event: parsed, rawQueryString: query || undefined, now: 0 };
    const answer = answerTo(code, this.stores.itemsOf(storeArn), invocation);
    return { output: JSON.stringify(answer), utilization: 13 };
  }

  async remove(name: string, etag: string): Promise<void> {
    const { arn } = this.at(name, etag);
    if (this.associated.has(arn)) throw inUse(name);
    this.kept.delete(name);
  }

  /** Codes that edges run at this moment. */
  running(): { readonly code: string; readonly storeArn: string }[] {
    return [...this.kept.values()].flatMap(({ live, former }) => [live ?? [], former ?? []].flat());
  }

  private statusOf(kept: Kept): string {
    if (!this.associated.has(kept.arn)) {
      kept.former = undefined;
      return 'UNASSOCIATED';
    }
    if (kept.looksUntilDeployed-- > 0) return 'IN_PROGRESS';
    kept.former = undefined;
    return 'DEPLOYED';
  }

  private at(name: string, etag: string): Kept {
    const kept = this.kept.get(name);
    if (!kept) throw absent(`function ${name}`);
    if (etag !== `F-${kept.revision}`) throw stale(name);
    return kept;
  }
}
