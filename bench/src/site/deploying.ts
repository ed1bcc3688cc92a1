import { createHash } from 'node:crypto';
import { seedBucket, seedObject, type World } from '@cutover/local-aws';
import type { Declaration } from '@cutover/redirect-site';
import { ACCOUNT, type LocalSite } from '../../../packages/aws-adapter/test/site/local-site';
import { bulkRules } from '../../../packages/redirect-rules/test/support/bulk';
import { carryOut, type Operation, startSite, ZONE } from './turns';

const BUCKET = 'rules';

/** What one operation on a site has asked of AWS, and how long it took there. */
export interface Deploying {
  /** By operation of AWS. */
  readonly calls: Readonly<Record<string, number>>;
  /** Keys that were put or deleted, each as often as it was. */
  readonly items: number;
  readonly turns: number;
  readonly simulatedSeconds: number;
}

export type Step = 'create' | 'change of one rule' | 'rollback';

/**
 * A site of so many redirects in S3: made, one rule of it changed, and that taken back. On virtual time, so the figures
 * are the same on every machine.
 */
export async function deploySite(redirects: number): Promise<Readonly<Record<Step, Deploying>>> {
  const site = await startSite();
  try {
    const { world } = site.aws;
    seedBucket(world, { accountId: ACCOUNT, name: BUCKET });
    const former = uploaded(world, 'former', ruleFile(redirects));
    const next = uploaded(world, 'next', ruleFile(redirects, 'https://www.example.org/elsewhere'));
    return {
      create: await measured(site, { kind: 'create', declared: former }),
      'change of one rule': await measured(site, { kind: 'update', declared: next }),
      rollback: await measured(site, { kind: 'update', declared: former }),
    };
  } finally {
    await site.stop();
  }
}

/** @param elsewhere where the rule in the middle leads instead */
function ruleFile(redirects: number, elsewhere?: string): string {
  const Sites = bulkRules({ redirects }).sites.map(({ hosts, rules }) => ({
    Hosts: hosts,
    Rules: rules.map(({ id, match: { path }, outcome: { target } }, at) => ({
      Id: id,
      Match: path.kind === 'exact' ? path.path : '*',
      To: at === redirects >> 1 ? (elsewhere ?? target?.url) : target?.url,
    })),
  }));
  return JSON.stringify({ Sites });
}

function uploaded(world: World, key: string, text: string): Declaration {
  const body = Buffer.from(text);
  seedObject(world, BUCKET, key, { body });
  const Sha256 = createHash('sha256').update(body).digest('hex');
  return {
    RulesSource: { Bucket: BUCKET, Key: key, Sha256 },
    HostedZones: [{ Id: ZONE }],
    TestAtEdge: 'PerRule',
  };
}

async function measured(site: LocalSite, operation: Operation): Promise<Deploying> {
  const { world, timeline } = site.aws;
  const before = world.calls.length;
  const startedAt = timeline.now();
  const turns = await carryOut(site, operation);
  const calls: Record<string, number> = {};
  let items = 0;
  for (const { operation: name, input } of world.calls.slice(before)) {
    calls[name] = (calls[name] ?? 0) + 1;
    const { Puts = [], Deletes = [] } = input as { Puts?: unknown[]; Deletes?: unknown[] };
    if (name === 'UpdateKeys') items += Puts.length + Deletes.length;
  }
  return { calls, items, turns, simulatedSeconds: Math.round((timeline.now() - startedAt) / 1000) };
}
