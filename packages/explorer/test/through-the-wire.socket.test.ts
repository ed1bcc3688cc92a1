import { parseFault } from '@cutover/local-aws';
import { live } from '../src/run';
import type { Schedule } from '../src/schedules';
import { liveThroughTheWire } from '../src/through-the-wire';
import { cases } from '../src/worlds';

const SEED = '1';
const named = (words: string) => {
  const scenario = cases.find(({ name }) => name.startsWith(words));
  if (!scenario) throw new Error(`There is no case "${words}".`);
  return scenario;
};
const wildcard = named('WILDCARD across accounts, target healthy');
const sickWildcard = named('WILDCARD across accounts, target sick');
const atomic = named('ATOMIC in one account, target healthy');
const sickAtomic = named('ATOMIC in one account, target sick');

/** A sample of what is explored in process, through the built bundle, the SDK, XML, DNS and TLS. */
const sample: [string, typeof wildcard, Schedule][] = [
  ['moves across accounts', wildcard, {}],
  ['moves within an account', atomic, {}],
  ['puts back what turned out to be sick', sickWildcard, {}],
  [
    'survives the loss of the answer to its release',
    sickWildcard,
    { fault: 'cloudfront.UpdateDistribution.lost@2' },
  ],
  ['survives a role that STS is too busy to give', sickWildcard, { fault: 'sts.AssumeRole.throttled@3' }],
  ['moves by AssociateAlias', named('ATOMIC by AssociateAlias in one account, target healthy'), {}],
  ['moves an apex past CloudFront', named('BYPASS of an apex across accounts, target healthy'), {}],
  ['brings an apex back past CloudFront', named('BYPASS of an apex across accounts, target sick'), {}],
  ['moves from a disabled source', named('DISABLED_SOURCE across accounts, target healthy'), {}],
  // Within one account no role is assumed, so call 17 is the move of the alias on both ways.
  ['survives its death before the move', sickAtomic, { fault: 'handler.kill.before@17' }],
  ['survives its death during the move', sickAtomic, { fault: 'handler.kill.during@17' }],
  ['survives its death after the move', sickAtomic, { fault: 'handler.kill.after@17' }],
];

test.each(sample)(
  '%s',
  async (_name, scenario, schedule) => {
    const world = scenario.make(SEED);
    if (schedule.fault) world.faults.push(parseFault(schedule.fault));
    const inProcess = await live(scenario, world);
    const overTheWire = await liveThroughTheWire(scenario, SEED, schedule);
    expect(overTheWire.violations).toEqual([]);
    expect([overTheWire.created, overTheWire.deleted]).toEqual([inProcess.created, inProcess.deleted]);
  },
  120_000,
);
