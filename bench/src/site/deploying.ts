import { createHash } from 'node:crypto';
import {
  type LocalAws,
  type ProgressEvent,
  seedBucket,
  seedHostedZone,
  seedObject,
  startLocalAws,
} from '@cutover/local-aws';
import { ACCOUNT, carryOut, type Order, ZONE } from '../../../awscommunity-redirect-site/test/cloudformation';
import { bulkRules } from '../../../packages/redirect-rules/test/support/bulk';

const BUCKET = 'rules';

/** What one operation on a site has asked of AWS, and how long it took there. */
export interface Deploying {
  /** By operation. */
  readonly calls: Readonly<Record<string, number>>;
  /** Keys that were put or deleted, each as often as it was. */
  readonly items: number;
  readonly turns: number;
  readonly simulatedSeconds: number;
}

export type Step = 'create' | 'change of one rule' | 'rollback';

/**
 * A site of so many redirects in S3: made, one rule of it changed, and that taken back, as CloudFormation calls the
 * built handler. Everything is on virtual time, so the figures are the same on every machine.
 */
export async function deploySite(redirects: number): Promise<Record<Step, Deploying>> {
  const aws = await startLocalAws({
    seed: 'bench',
    startedAt: Date.UTC(2026, 0, 1),
    accounts: [{ id: ACCOUNT, name: 'site' }],
  });
  try {
    seedHostedZone(aws.world, { accountId: ACCOUNT, id: ZONE, name: 'example.com', records: [] });
    seedBucket(aws.world, { accountId: ACCOUNT, name: BUCKET });
    const former = upload(aws, 'former', ruleFile(redirects));
    const next = upload(aws, 'next', ruleFile(redirects, 'https://www.example.org/elsewhere'));
    const created = await measured(aws, { action: 'CREATE', properties: former });
    const SiteId = created.event.resourceModel?.SiteId;
    const update = (from: object, to: object, token: string) =>
      measured(aws, {
        action: 'UPDATE',
        properties: { ...to, SiteId },
        previous: { ...from, SiteId },
        token,
      } as Order);
    const changed = await update(former, next, 'change');
    const rolledBack = await update(next, former, 'rollback');
    return {
      create: created.deploying,
      'change of one rule': changed.deploying,
      rollback: rolledBack.deploying,
    };
  } finally {
    await aws.stop();
  }
}

/** @param elsewhere where the rule in the middle leads instead */
function ruleFile(redirects: number, elsewhere?: string): string {
  const Sites = bulkRules({ redirects }).sites.map(({ hosts, rules }) => ({
    Hosts: hosts,
    Rules: rules.map(({ id, match: { path }, outcome }, at) => ({
      Id: id,
      Match: path.kind === 'exact' ? path.path : '*',
      To: at === redirects >> 1 && elsewhere !== undefined ? elsewhere : outcome.target?.url,
    })),
  }));
  return JSON.stringify({ Sites });
}

function upload({ world }: LocalAws, key: string, text: string) {
  const body = Buffer.from(text);
  seedObject(world, BUCKET, key, { body });
  const Sha256 = createHash('sha256').update(body).digest('hex');
  return {
    RulesSource: { Bucket: BUCKET, Key: key, Sha256 },
    HostedZones: [{ Id: ZONE }],
    TestAtEdge: 'PerRule',
  } as const;
}

async function measured(
  aws: LocalAws,
  order: Order,
): Promise<{ event: ProgressEvent; deploying: Deploying }> {
  const start = aws.world.calls.length;
  const startedAt = aws.timeline.now();
  const events = await carryOut(aws, order);
  const event = events.at(-1)!;
  if (event.status !== 'SUCCESS') throw new Error(`${order.action}: ${event.message}`);
  const calls: Record<string, number> = {};
  let items = 0;
  for (const { operation, input } of aws.world.calls.slice(start)) {
    calls[operation] = (calls[operation] ?? 0) + 1;
    const { Puts = [], Deletes = [] } = input as { Puts?: unknown[]; Deletes?: unknown[] };
    if (operation === 'UpdateKeys') items += Puts.length + Deletes.length;
  }
  const simulatedSeconds = Math.round((aws.timeline.now() - startedAt) / 1000);
  return { event, deploying: { calls, items, turns: events.length, simulatedSeconds } };
}
