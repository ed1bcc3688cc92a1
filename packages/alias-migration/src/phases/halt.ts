import { namesOfOurs } from '../adopted';
import { enumerate } from '../names';
import { roadOf, wayOf } from '../strategies';
import { wavesOf } from '../waves';
import { DEPLOYMENT_POLL_SECONDS, type Rule, type Run, ruleOfRun, wait } from './phase';
import { takeProofAway } from './prove';
import { returnNames, returnRecords } from './returns';
import { freeLocks, lostLocks } from './unlock';

/** The names of the wave that did not pass; when all waves have passed, what failed is no name's fault. */
const failedNames = ({ migration, journal, before }: Run): readonly string[] => {
  const { eachWave } = roadOf(migration, before.strategy);
  const isInWave = journal.resumeAt !== undefined && eachWave.includes(journal.resumeAt);
  if (!isInWave) return [];
  const ours = namesOfOurs(journal);
  return (wavesOf(migration)[journal.wave ?? 0] ?? []).filter((alias) => ours.includes(alias));
};

/** HALTING: the wave that did not pass goes back to the source; the waves before it stay where they are well. */
export const halting = ruleOfRun({
  looks: ['ends', 'records', 'detour', 'proof', 'locks'],
  budgetMinutes: 24 * 60,
  patientWith: ['DnsPointsElsewhere', 'AliasHeld', 'InUse', 'QuotaReached'],
  decide: (run) => {
    const undo = returnNames(run, failedNames(run));
    if (undo) return lostLocks(run) ?? undo;
    if (!run.source.deployed)
      return wait(`the source ${run.source.id} to serve its names again`, DEPLOYMENT_POLL_SECONDS);
    const records = wayOf(run.journal).passesBy ? returnRecords(run, failedNames(run)) : undefined;
    if (records) return lostLocks(run) ?? records;
    return takeProofAway(run) ?? freeLocks(run, 'HALTED');
  },
});

/** HALTED: a failed run that people decide about. An update goes on where it stopped, with the wave that failed. */
export const halted: Rule = {
  looks: [],
  budgetMinutes: Number.POSITIVE_INFINITY,
  decide: ({ journal }) => ({
    kind: 'fail',
    code: journal.because?.code ?? 'NotStabilized',
    message: `${journal.because?.message ?? 'The migration was halted.'} ${stateOf(journal)}`,
  }),
};

function stateOf({
  migration,
  wave = 0,
  before,
  resumeAt,
}: Parameters<Rule['decide']>[0]['journal']): string {
  const waves = wavesOf(migration);
  const isInWave = before && resumeAt && roadOf(migration, before.strategy).eachWave.includes(resumeAt);
  const moved = waves.slice(0, isInWave ? wave : waves.length).flat();
  const stay =
    moved.length > 0
      ? `Halted: ${enumerate(moved)} stay on ${migration.target.distributionId}; the others are on ${migration.source.distributionId}.`
      : `Halted: the names are on ${migration.source.distributionId}.`;
  return `${stay} Mend the cause and update the resource to go on, or set OnFailure to RESTORE and delete it to take all back.`;
}
