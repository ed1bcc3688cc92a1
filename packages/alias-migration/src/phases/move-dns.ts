import { enumerate } from '../names';
import { leadsTo, recordsMissing, redirected } from '../records';
import { act, onward, ruleOfRun } from './phase';
import { keepServed } from './transit';

/**
 * MOVING_DNS (the article's step 4): the names' records lead to the target. Traffic does not notice; but without
 * it CloudFront refuses step 5, because the names would still point to another distribution.
 */
export const moveDns = ruleOfRun({
  looks: ['ends', 'records'],
  budgetMinutes: 60,
  decide: (run) => {
    const { migration, journal, before, observed } = run;
    const bare = keepServed(run);
    if (bare) return bare;
    const wanted = before.records.map((record) => redirected(record, before.target));
    const missing = recordsMissing(wanted, observed.records ?? []);
    const foreign = missing.find((record) =>
      (observed.records ?? []).every(
        (shown) =>
          shown.name !== record.name ||
          shown.type !== record.type ||
          leadsTo(shown) !== before.source.domainName,
      ),
    );
    if (foreign)
      return {
        kind: 'back',
        code: 'ResourceConflict',
        message: `The ${foreign.type} record of ${foreign.name} was changed by somebody else during the move.`,
      };
    // Without the change's id there is no telling whether it is published; the same upsert again gives a new one.
    const isKnown = journal.records?.to === 'target' && journal.records.changeId !== undefined;
    if (missing.length === 0 && isKnown) return onward(run);
    const batch = { comment: `Moved by ${journal.migrationId}`, upserts: wanted, deletes: [] };
    const action = {
      kind: 'changeRecords',
      to: 'target',
      hostedZoneId: migration.dns?.hostedZoneId ?? '',
      batch,
    } as const;
    return act(
      action,
      `Pointing ${enumerate(wanted.map((record) => record.name))} to ${before.target.domainName}.`,
      10,
    );
  },
});
