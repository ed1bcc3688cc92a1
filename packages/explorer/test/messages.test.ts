import { secondsToMs } from '@cutover/ground';
import { lacksOf } from '../../alias-migration/test/told';
import { act, nextActAt } from '../src/customer';
import { runEach } from '../src/errands';
import { pass } from '../src/turns';
import { type Case, cases } from '../src/worlds';
import { create, update } from './stage';

/** How a create ends that nobody disturbs, and the update that goes on with it. */
async function endOf(scenario: Case) {
  const { migration, health, resumesAfterSeconds: seconds } = scenario;
  const world = scenario.make('1');
  const other = { nextAt: () => nextActAt(scenario, world), act: () => act(scenario, world) };
  const stage = { world, health, look: () => {}, other };
  const [created] = await runEach(stage, create(migration));
  if (seconds === undefined) return created?.ended;
  pass(stage, world.startedAt + secondsToMs(seconds) - world.now);
  // Something has to be declared otherwise: CloudFormation asks for nothing else.
  const [updated] = await runEach(stage, update({ ...migration, deletionBehavior: 'RESTORE_SOURCE' }));
  return updated?.ended;
}

test.each(cases.filter(({ isHealthy }) => !isHealthy).map((scenario) => [scenario.name, scenario] as const))(
  '%s: the failure says what is wrong, where, and what to do next',
  async (_name, scenario) => {
    const end = await endOf(scenario);
    expect(end?.kind).toBe('failed');
    expect([end?.message, lacksOf(end?.message ?? '')]).toEqual([end?.message, []]);
  },
);
