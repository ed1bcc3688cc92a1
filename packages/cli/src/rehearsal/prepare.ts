import { firstFailure, type LocalAws, nextChangeAt } from '@cutover/local-aws';
import { UserError } from '../user-error';
import { seedBefore } from './before';
import type { Deployments } from './deployments';
import type { Setting } from './rehearsal';

/** Makes what exists before: seeds, then stacks, then waiting until everything of it is served everywhere. */
export async function prepare(aws: LocalAws, setting: Setting, deployments: Deployments): Promise<void> {
  deployments.checkTemplates();
  seedBefore(aws.world, setting);
  for (const request of setting.before.stacks) {
    const deployed = deployments.deploy(request);
    await aws.timeline.run();
    const stack = await deployed;
    const { name, status, statusReason } = stack;
    if (status !== 'CREATE_COMPLETE') {
      const reason = firstFailure(stack)?.reason ?? statusReason ?? 'see its template';
      throw new UserError(`before.stacks: ${name} ended ${status}: ${reason}`);
    }
  }
  await untilAtRest(aws);
}

async function untilAtRest(aws: LocalAws): Promise<void> {
  const { world, timeline } = aws;
  const deployed = [...world.distributions.values()].map(({ deployedAt }) => deployedAt);
  const due = Math.max(nextChangeAt(world) ?? 0, ...deployed);
  if (due <= timeline.now()) return;
  await timeline.runTo(due);
  await untilAtRest(aws);
}
