import { bulkRules } from '../../../packages/redirect-rules/test/support/bulk';
import { type Row, rowOf } from '../compare';
import { sizesOf } from '../redirects/compiling';
import { straightforwardItems } from '../redirects/straightforward';
import { type Deploying, deploySite, type Step } from './deploying';
import { LATENCY_MS } from './turns';

type Cost = Readonly<Record<'calls' | 'UpdateKeys calls' | 'items written' | 'simulated seconds', number>>;

/** What a create, a change and its rollback cost of a site, against only writing keys; the same on every machine. */
export async function* siteRows(quick: boolean): AsyncGenerator<Row> {
  const redirects = quick ? 100 : 100_000;
  const site = await deploySite(redirects);
  const { items, updateCalls } = sizesOf([straightforwardItems(bulkRules({ redirects }))]);
  const peers: Record<Step, Cost> = {
    create: peerOf(items, updateCalls),
    'change of one rule': peerOf(1, 1),
    rollback: peerOf(1, 1),
  };
  for (const step of Object.keys(peers) as Step[]) {
    const ours = costOf(site[step]);
    for (const kind of Object.keys(ours) as (keyof Cost)[])
      yield rowOf(
        {
          name: `site of ${redirects.toLocaleString('en')} redirects, ${step}: ${kind}`,
          unit: kind === 'simulated seconds' ? 's' : kind === 'items written' ? 'items' : 'calls',
          against: 'one key a redirect, written and no more',
        },
        [{ ours: ours[kind], peer: peers[step][kind] }],
      );
  }
}

const costOf = ({ calls, items, simulatedSeconds }: Deploying): Cost => ({
  calls: Object.values(calls).reduce((sum, each) => sum + each, 0),
  'UpdateKeys calls': calls.UpdateKeys ?? 0,
  'items written': items,
  'simulated seconds': simulatedSeconds,
});

/** One after the other, since each needs the ETag of the one before, which the first asks for. */
const peerOf = (items: number, updateCalls: number): Cost => ({
  calls: updateCalls + 1,
  'UpdateKeys calls': updateCalls,
  'items written': items,
  'simulated seconds': ((updateCalls + 1) * LATENCY_MS) / 1000,
});
