import { UserError } from '../user-error';

/** Where this machine's network is left for the local AWS's; everything else goes out as ever. */
export interface Network {
  /** `address` or `address:port` of a resolver; the system's own where it is left out. */
  readonly resolver?: string;
  /** From `address:port` to the loopback endpoint that stands in for it. */
  readonly routes: ReadonlyMap<string, string>;
}

/**
 * `cutover local --env` points a shell to the local AWS, and so to its resolver and its edges: a watch in that shell
 * sees them as one in any other shell sees the world.
 */
export function networkOf(
  env: Readonly<Record<string, string | undefined>>,
  resolver: string | undefined,
): Network {
  const pairs = (env.CUTOVER_LOCAL_EDGES ?? '').split(',').filter(Boolean);
  return {
    resolver: resolver ?? env.CUTOVER_LOCAL_RESOLVER,
    routes: new Map(pairs.map((pair) => pairOf(pair))),
  };
}

function pairOf(pair: string): [string, string] {
  const [address, loopback] = pair.split('=');
  if (address && loopback) return [address, loopback];
  throw new UserError(
    `CUTOVER_LOCAL_EDGES has "${pair}", which is no ADDRESS:PORT=ADDRESS:PORT; set it anew with eval "$(cutover local --env)"`,
  );
}

/** Splits `192.0.2.53:53`; the port is 53 where none is written. */
export function endpointOf(text: string, port: number): { host: string; port: number } {
  const match = /^(?<host>[\d.]+)(:(?<port>\d+))?$/.exec(text);
  if (!match?.groups?.host) throw new UserError(`${text}: is no ADDRESS or ADDRESS:PORT`);
  return { host: match.groups.host, port: Number(match.groups.port ?? port) };
}
