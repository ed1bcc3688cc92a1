import { parseArgs } from 'node:util';
import type { Mode } from './explore';

const SECONDS = 60;

export const HELP = `Walks every single fault point of the smallest worlds: each call failing in each way, the handler's death before,
during and after each call, and the create given up before each turn. The laws are checked at every instant.

Usage: npm run explore -- [--world TEXT] [--seconds N] [--count N] [--seed S] [--fault POINT] [--until-found]
                          [--pairs | --random | --orders | --wire N] [--log] [--json]

  --world TEXT   only worlds whose name holds TEXT
  --seconds N    stop after N seconds (default 60; with --count, never)
  --count N      stop after N schedules
  --until-found  stop at the first violation
  --seed S       draws every delay (default 1)
  --fault POINT  only this fault, for example handler.kill.during@12, or several joined by +: replays a violation
  --log          with --fault: when each turn came, what it answered, and which phase it left
  --pairs        instead, two faults a run, of calls that change something
  --random       instead, up to five faults anywhere in each run, without an end: set --count or --seconds
  --orders       instead, no faults: the edges take the deployments in every order
  --wire N       instead, N of them through the built bundle, the SDK and loopback (seconds each)
  --json         the last line is one JSON document {schedules, worlds, complete, violations, reached}

Exit code: 0 no violation, 1 violations, 2 bad usage.
Example: npm run explore -- --seconds 20 --json
`;

export interface Options {
  readonly seed: string;
  readonly seconds: number;
  readonly world: string;
  readonly count?: number;
  readonly untilFound: boolean;
  readonly mode: Mode;
  readonly json: boolean;
  readonly help: boolean;
  readonly fault?: string;
  readonly log: boolean;
  readonly wire?: number;
}

const known = {
  seed: { type: 'string', default: '1' },
  seconds: { type: 'string' },
  world: { type: 'string', default: '' },
  count: { type: 'string' },
  'until-found': { type: 'boolean', default: false },
  pairs: { type: 'boolean', default: false },
  random: { type: 'boolean', default: false },
  orders: { type: 'boolean', default: false },
  fault: { type: 'string' },
  log: { type: 'boolean', default: false },
  wire: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** @returns what the words ask for, or what is wrong with them */
export function readOptions(args: readonly string[]): Options | { problem: string } {
  const { values } = parseArgs({ args: [...args], strict: false, options: known });
  const unknown = Object.keys(values).find((name) => !Object.hasOwn(known, name));
  if (unknown) return { problem: `There is no option --${unknown}.` };
  const seconds = Number(values.seconds ?? (values.count === undefined ? SECONDS : Number.POSITIVE_INFINITY));
  if (!(seconds > 0)) return { problem: `--seconds ${values.seconds} is not a number above 0.` };
  const [count, wire] = [values.count, values.wire].map((text) =>
    text === undefined ? undefined : Number(text),
  );
  for (const [name, number] of Object.entries({ count, wire }))
    if (number !== undefined && !(Number.isInteger(number) && number > 0))
      return { problem: `--${name} ${values[name]} is not a whole number above 0.` };
  const fault = typeof values.fault === 'string' ? values.fault : undefined;
  return {
    seed: String(values.seed),
    seconds,
    world: String(values.world),
    count,
    untilFound: values['until-found'] === true,
    mode: values.pairs ? 'pairs' : values.random ? 'weather' : values.orders ? 'orders' : 'singles',
    json: values.json === true,
    help: values.help === true,
    fault,
    log: values.log === true,
    wire,
  };
}
