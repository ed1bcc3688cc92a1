import { ways } from '@cutover/alias-migration';
import { type Row, rowOf } from '../compare';
import { type Cost, costOf, move } from './cost';
import { moveAsPeers } from './peer';

/** What each strategy costs for 1, 10 and 100 names, against one call a name; the same on every machine. */
export async function* moveRows(quick: boolean): AsyncGenerator<Row> {
  for (const count of quick ? [1] : [1, 10, 100]) {
    const peer = costOf(moveAsPeers(count));
    for (const { strategy } of Object.values(ways)) {
      const ours = costOf(await move(strategy, count));
      for (const kind of Object.keys(ours) as (keyof Cost)[])
        if (peer[kind] > 0)
          yield rowOf(
            {
              name: `${strategy}, ${count} ${count === 1 ? 'name' : 'names'}, ${kind}`,
              unit: kind === 'simulated seconds' ? 's' : 'calls',
              against: 'a TXT record and AssociateAlias for each name',
            },
            [{ ours: ours[kind], peer: peer[kind] }],
          );
    }
  }
}
