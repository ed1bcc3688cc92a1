import type { Action } from '../journal';
import { enumerate } from '../names';
import type { RecordBatch } from '../port';
import { needsProof } from '../proof/look';
import { proofValue, removalFrom, stagedOver } from '../proof/texts';
import { act, hold, type Outcome, onward, type Run, ruleOfRun, type Scene, wait } from './phase';
import { unwind } from './unwind';

const SECONDS_TO_PUBLISH = 10;

/** Both ends' values: a way back asks for the source's, and CloudFront's resolver may have the record cached by then. */
const domainsOf = ({ before }: Pick<Run, 'before'>): string[] =>
  [before.target, before.source].map(({ domainName }) => domainName);

/** The same as Route 53 has it: in quotes. */
const valuesOf = (run: Pick<Run, 'before'>): string[] => domainsOf(run).map(proofValue);

/**
 * The next step until every authoritative server answers with the TXT records of all names; undefined: they do, or
 * none are needed. Before that no call is made: CloudFront's resolver would remember the miss for the zone's negative
 * TTL, 15 minutes on a zone of Route 53.
 */
export function prove(run: Run, isBackwards = false): Outcome | undefined {
  const { journal, migration, observed } = run;
  if (!needsProof(journal)) return undefined;
  const seen = observed.proof;
  if (!seen)
    return {
      kind: isBackwards ? 'fail' : 'back',
      code: 'InvalidRequest',
      message: `Dns.HostedZoneId: the TXT records that prove ${enumerate(migration.aliases)} cannot be published, for there is no such zone. Correct the id, or the role in Dns.RoleArn.`,
    };
  if (!journal.proof)
    return hold('the TXT records of before to be noted', 1, {
      proof: { names: seen.names, before: seen.texts },
    });
  const missing = stagedOver(seen.names, valuesOf(run), seen.texts);
  if (missing.length > 0) {
    const action = changeOf(run, { upserts: missing, deletes: [] });
    const message = `Publishing the TXT records ${enumerate(missing.map(({ name }) => name))}.`;
    return isBackwards
      ? unwind(run, action, message, SECONDS_TO_PUBLISH)
      : act(action, message, SECONDS_TO_PUBLISH);
  }
  const values = domainsOf(run);
  const isSeen = seen.answers.every((answer) => values.every((value) => answer.values?.includes(value)));
  if (!isSeen) return wait('every name server to answer with the TXT records', SECONDS_TO_PUBLISH);
  return undefined;
}

/** PROVING: the TXT records are there before anything is touched that users notice. */
export const proving = ruleOfRun({
  looks: ['ends', 'proof'],
  budgetMinutes: 60,
  decide: (run) => prove(run) ?? onward(run),
});

/** The change that takes our TXT values away again; undefined: there are none. */
export function proofRemoval(scene: Scene): Action | undefined {
  const { journal, observed } = scene;
  if (!journal.proof || !journal.before || !observed.proof) return undefined;
  const { upserts, deletes } = removalFrom(
    journal.proof,
    valuesOf({ before: journal.before }),
    observed.proof.texts,
  );
  return upserts.length + deletes.length > 0 ? changeOf(scene, { upserts, deletes }) : undefined;
}

/** The same on the way back. */
export function takeProofAway(scene: Scene): Outcome | undefined {
  const action = proofRemoval(scene);
  return action && unwind(scene, action, 'Taking the TXT records away.', 5);
}

const changeOf = ({ migration, journal }: Scene, changes: Omit<RecordBatch, 'comment'>): Action => ({
  kind: 'changeProof',
  hostedZoneId: migration.dns?.hostedZoneId ?? '',
  batch: { comment: `Proof of ${journal.migrationId}`, ...changes },
});
