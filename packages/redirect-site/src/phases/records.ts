import { enumerate } from '../hosts/names';
import { nextRecordChange, servedBy, type Wanted } from '../hosts/records';
import { act, type Outcome, type Rule, type Scene, to, wait } from './phase';

/** RECORDS: in the zones that were given, every host that is served leads here, and those that leave do no more. */
export const records: Rule = {
  looks: ['distributions', 'records', 'change'],
  budgetMinutes: 60,
  decide: (scene) => {
    const { slots } = scene.journal;
    const serve = servedBy(scene.journal, scene.observed.distributions ?? new Map());
    const leave = slots.flatMap(({ leaving }) => leaving);
    return changeRecords(scene, { serve, leave }) ?? to('TRIMMING', { changeId: undefined });
  },
};

/** Undefined where the zones are as wanted and every name server says so. */
export function changeRecords({ journal, observed }: Scene, wanted: Wanted): Outcome | undefined {
  if (observed.isPublished === false)
    return wait('Route 53 to bring the records to all its name servers', 10);
  const change = nextRecordChange(journal, observed.records ?? new Map(), wanted);
  if (!change) return undefined;
  const { zone, batch, former } = change;
  const names = [...new Set([...batch.upserts, ...batch.deletes].map(({ name }) => name))];
  return act(
    { kind: 'changeRecords', hostedZoneId: zone.id, batch },
    `Changing the records of ${enumerate(names)} in zone ${zone.name}.`,
    { note: { formerRecords: [...journal.formerRecords, ...former] } },
  );
}
