import { namesOfOurs } from '../adopted';
import { isHaltedInWave, namesLeftByHalt } from '../halted';
import type { Journal } from '../journal';
import { enumerate } from '../names';
import { wayOf } from '../strategies';
import { namesOfWave } from '../waves';
import { DEPLOYMENT_POLL_SECONDS, type Rule, type Run, ruleOfRun, wait } from './phase';
import { takeProofAway } from './prove';
import { returnNames, returnRecords } from './returns';
import { freeLocks, lostLocks } from './unlock';

/** The names of the wave that did not pass; when all waves have passed, what failed is no name's fault. */
const failedNames = ({ journal }: Run): readonly string[] => {
  if (!isHaltedInWave(journal)) return [];
  const ours = namesOfOurs(journal);
  return namesOfWave(journal).filter((alias) => ours.includes(alias));
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

function stateOf(journal: Journal): string {
  const { source, target } = journal.migration;
  const left = namesLeftByHalt(journal);
  const stay =
    left.length > 0
      ? `Halted: ${enumerate(left)} stay on ${target.distributionId}; the others are on ${source.distributionId}.`
      : `Halted: the names are on ${source.distributionId}.`;
  return `${stay} Mend the cause and update the resource to go on, or set OnFailure to RESTORE and delete it to take all back.`;
}
