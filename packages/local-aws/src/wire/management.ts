import type { Fault } from '../faults/fault';
import { FaultError, type FaultRequest, faultAt, parseFault } from '../faults/parse';
import { type HttpRequest, jsonResponse, type Reply } from './http';
import type { Wire } from './respond';

const root = '/_local/';

/** Administration of the local AWS itself; beside the services, on the same port, and unsigned. */
export const isManagement = ({ path }: HttpRequest): boolean => path.startsWith(root);

type Handler = (wire: Wire, body: string) => unknown;

const handlers: Readonly<Record<string, Handler>> = {
  'GET health': ({ world, options }) => ({
    status: 'ok',
    seed: world.chance.seed,
    now: new Date(options.now()).toISOString(),
    accounts: [...world.accounts.values()],
  }),
  'GET faults': ({ world }) => world.faults,
  'POST faults': ({ world }, body) => {
    world.faults.push(...faultsIn(body));
    return world.faults;
  },
  'DELETE faults': ({ world }) => {
    world.faults.length = 0;
    return world.faults;
  },
  'GET calls': ({ world }) => world.calls,
  'POST advance': async ({ options }, body) => {
    if (!options.advanceBy)
      throw new Refused('Time is moved by the run that this local AWS is part of, not by hand.');
    await options.advanceBy(secondsIn(body));
    return { now: new Date(options.now()).toISOString() };
  },
};

/** Answers a request under `/_local/` in JSON. */
export async function manage(wire: Wire, { method, path, headers, body }: HttpRequest): Promise<Reply> {
  if (headers.origin) return say(403, { message: 'Pages in a browser have no business here.' });
  const handler = handlers[`${method} ${path.slice(root.length)}`];
  if (!handler) return say(404, { message: `There is no ${method} ${path}. There is: ${paths}.` });
  try {
    return say(200, await handler(wire, body));
  } catch (error) {
    if (error instanceof Refused || error instanceof FaultError) return say(400, { message: error.message });
    throw error;
  }
}

const paths = Object.keys(handlers)
  .map((key) => key.replace(' ', ` ${root}`))
  .join(', ');

const say = (status: number, value: unknown): Reply => ({
  kind: 'response',
  response: jsonResponse(status, value),
  thenKilled: false,
});

class Refused extends Error {}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Refused(`The body is not JSON: ${error.message}`);
  }
}

/** One fault or a list: `"cloudfront.UpdateDistribution.lost@2"`, or its parts `{"point": …, "nth": 2, "times": 1}`. */
function faultsIn(body: string): Fault[] {
  const posted = jsonIn(body);
  return (Array.isArray(posted) ? posted : [posted]).map(faultIn);
}

function faultIn(posted: string | Partial<FaultRequest> | null): Fault {
  if (typeof posted === 'string') return parseFault(posted);
  const { point, ...rest } = posted ?? {};
  if (typeof point !== 'string')
    throw new Refused('A fault has a point, as in {"point": "cloudfront.*.slow"}.');
  return faultAt({ ...rest, point });
}

function secondsIn(body: string): number {
  const { seconds } = (jsonIn(body) ?? {}) as { seconds?: unknown };
  if (typeof seconds === 'number' && Number.isFinite(seconds) && seconds >= 0) return seconds;
  throw new Refused('Say how far, as in {"seconds": 60}.');
}
