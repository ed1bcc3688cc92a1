import { type Instant, secondsToMs } from '@cutover/ground';
import type { LocalAws, Stack } from '@cutover/local-aws';
import { type Deployments, outcomeOf } from './deployments';
import { leftoversSince, snapshotOf } from './leftovers';
import type { Recorder } from './recorder';
import type { Rehearsal } from './rehearsal';
import type { StackOutcome } from './verdict';

interface Deploying {
  /** When the last deployment had settled, or one was refused; undefined until then. */
  settledAt: Instant | undefined;
  readonly done: Promise<Deployed[]>;
}

interface Deployed {
  readonly outcome: StackOutcome;
  readonly stack: Stack;
  readonly leftovers: readonly string[];
}

interface Stage {
  readonly rehearsal: Rehearsal;
  readonly aws: LocalAws;
  readonly deployments: Deployments;
  readonly recorder: Recorder;
}

/** The rehearsal's deployments, one after the other, each at its time; somebody has to run the timeline meanwhile. */
export function deployAll({ rehearsal, aws, deployments, recorder }: Stage, startedAt: Instant): Deploying {
  const { timeline, world } = aws;
  const reached = (time: Instant): Promise<void> =>
    new Promise((resolve) => timeline.at(time, 'rehearsal', resolve));
  const inOrder = async (): Promise<Deployed[]> => {
    const deployed: Deployed[] = [];
    for (const deployment of rehearsal.deploy) {
      await reached(startedAt + secondsToMs(deployment.at));
      const before = snapshotOf(world, !deployment.update);
      const changes = deployments.preview(deployment);
      if (changes) recorder.onChanges(deployment.stack, changes);
      const stack = await deployments.deploy(deployment);
      const isRolledBack = stack.status.endsWith('ROLLBACK_COMPLETE');
      const leftovers = isRolledBack
        ? leftoversSince(before, snapshotOf(world, !deployment.update), stack.name)
        : [];
      deployed.push({ outcome: outcomeOf(deployment, stack, changes), stack, leftovers });
    }
    return deployed;
  };
  const deploying: Deploying = {
    settledAt: undefined,
    done: inOrder().finally(() => {
      deploying.settledAt = timeline.now();
    }),
  };
  // Whoever waits for it comes later; until then a refusal is not unheard.
  deploying.done.catch(() => {});
  return deploying;
}
