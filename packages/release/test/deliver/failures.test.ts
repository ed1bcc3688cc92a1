import type { Outcome } from '../../src/deliver/stage';
import { type Bench, bench, type Harm, typeRunBy } from './in-process';
import {
  becomePublisher,
  defaultsIn,
  deliver,
  deliverToPublic,
  greeting,
  keeper,
  publicIn,
  released,
} from './release';

/**
 * Everything that can happen to any call of a delivery: it is refused, its answer is lost, the process dies before or
 * after it. Whatever happens, nothing that has not passed is left as the default without a next step, and the same
 * command again ends where an undisturbed one does. Here each call is struck in every second of these ways; in all with
 * `EVERY=1 npx jest packages/release/test/deliver/failures --selectProjects unit`.
 */
const EVERY = Number(process.env.EVERY ?? 2);

const one = released('1.0.0');
const two = released('1.1.0');
const regions = ['us-east-1', 'ap-south-1'];
const harms: readonly Harm[] = ['refused', 'lost', 'killed before', 'killed after'];

interface Scene {
  /** After a release that went well, the next one. */
  readonly begin: () => Promise<Bench>;
  readonly run: (here: Bench) => Promise<Outcome[]>;
  /** What there is when it is over. */
  readonly end: (here: Bench) => unknown;
}

const withGreeting = (): Bench => bench({ types: [typeRunBy(greeting, keeper())] });

const stacksLeft = ({ world }: Bench): string[] =>
  [...world.stacks.values()]
    .filter(({ status }) => status !== 'DELETE_COMPLETE')
    .map(
      ({ name, status }) => `${name.replace(/-[0-9a-f]{8}-.*/, '').replace(/-[A-Z0-9]{12}$/, '')} ${status}`,
    )
    .sort();

const scenes: Record<string, Scene> = {
  alpha: {
    begin: async () => {
      const here = withGreeting();
      await deliver(here, 'alpha', one);
      return here;
    },
    run: (here) => deliver(here, 'alpha', two),
    end: (here) => [defaultsIn(here.world), stacksLeft(here)],
  },
  beta: {
    begin: async () => {
      const here = withGreeting();
      await deliver(here, 'beta', one);
      return here;
    },
    run: (here) => deliver(here, 'beta', two),
    end: (here) => [
      defaultsIn(here.world),
      stacksLeft(here),
      [...here.world.buckets.get('next')!.objects.keys()],
    ],
  },
  'prod, a next version': {
    begin: async () => {
      const here = withGreeting();
      becomePublisher(here, regions);
      await deliverToPublic(here, { regions }, one);
      return here;
    },
    run: (here) => deliverToPublic(here, { regions }, two),
    end: (here) => [
      publicIn(here.world),
      defaultsIn(here.world),
      [...here.world.activations],
      stacksLeft(here),
    ],
  },
  'prod, a first version': {
    begin: async () => {
      const here = withGreeting();
      becomePublisher(here, regions);
      return here;
    },
    run: (here) => deliverToPublic(here, { regions }, one),
    end: (here) => [publicIn(here.world), defaultsIn(here.world), [...here.world.activations]],
  },
};

/** One run; a failure that is thrown is stated like any other. */
async function attempt({ run }: Scene, here: Bench): Promise<string> {
  try {
    const outcomes = await here.untilKilled(() => run(here));
    if (outcomes === 'killed') return 'killed';
    return outcomes.map(({ kind, says }) => `${kind}: ${says}`).join('; ');
  } catch (error) {
    return `thrown: ${(error as Error).name} ${(error as Error).message}`;
  }
}

/**
 * Numbers of the calls that are struck: all of them, but for the repetitions of those who wait. Three calls in a row that
 * were there before are not struck again.
 */
function struckOf(calls: readonly string[]): number[] {
  const seen = new Map<string, number>();
  return calls.flatMap((_call, n) => {
    const around = calls.slice(Math.max(0, n - 2), n + 1).join();
    seen.set(around, (seen.get(around) ?? 0) + 1);
    return seen.get(around)! === 1 ? [n + 1] : [];
  });
}

describe.each(Object.entries(scenes))('%s', (_name, scene) => {
  let struck: number[] = [];
  let undisturbed: unknown;

  beforeAll(async () => {
    const here = await scene.begin();
    here.calls = [];
    expect(await attempt(scene, here)).toMatch(/^delivered/);
    struck = struckOf(here.calls);
    undisturbed = scene.end(here);
  });

  test.each(harms)(
    'ends where an undisturbed one does, whichever call is %s',
    async (kind) => {
      expect(struck.length).toBeGreaterThan(10);
      for (const nth of struck.filter((_, n) => (n + harms.indexOf(kind)) % EVERY === 0)) {
        const here = await scene.begin();
        here.calls = [];
        here.harm = { nth, kind };
        const said = [await attempt(scene, here)];
        const what = `${kind} ${here.calls[nth - 1]} (call ${nth})`;
        here.harm = undefined;
        for (let again = 0; again < 3 && !isOver(said.at(-1)!); again++)
          said.push(await attempt(scene, here));
        expect([what, said, scene.end(here)]).toEqual([what, expect.anything(), undisturbed]);
        expect([what, said.at(-1)]).toEqual([what, expect.stringMatching(/^(delivered|unchanged)/)]);
        // A failure is one that AWS or the plan has stated, never a defect of ours.
        expect([what, said.join()]).toEqual([what, expect.not.stringMatching(/TypeError|undefined/)]);
      }
    },
    600_000,
  );
});

const isOver = (said: string): boolean => /^(delivered|unchanged)/.test(said);
