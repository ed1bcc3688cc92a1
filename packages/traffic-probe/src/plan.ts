/** What is asked, of whom, how often, and what answer is right. */
export interface TrafficPlan {
  readonly names: readonly NamePlan[];
  /** Requests per virtual second, name and address while nothing changes. */
  readonly requestsPerSecond: number;
  /** The same around a change: at least 10, and a multiple of the other. */
  readonly requestsPerSecondNearChange: number;
}

export interface NamePlan {
  readonly name: string;
  readonly path: string;
  readonly expect: Expectation;
}

export interface Expectation {
  readonly status: number;
  /** The mark that each side leaves on its answers, by the side's name. */
  readonly sides: Readonly<Record<string, Mark>>;
}

/** A response header and the value that only one side sends. */
export interface Mark {
  readonly header: string;
  readonly value: string;
}

/** Where the probe finds the network. It knows nothing of who stands behind these sockets. */
export interface Wiring {
  /** From `address:port`, as DNS and users know it, to the loopback `address:port` that stands in for it. */
  readonly routes: Readonly<Record<string, string>>;
  /** `address:port` of the resolver on loopback. */
  readonly resolver: string;
  /** The only authority whose certificates are believed. */
  readonly caPem: string;
  readonly seed: string;
}

const leastNearChange = 10;

/** A plan whose numbers cannot keep what the verdict promises is refused before the first request. */
export function checkPlan(plan: TrafficPlan): void {
  const { requestsPerSecond: base, requestsPerSecondNearChange: near } = plan;
  if (plan.names.length === 0) throw new Error('The traffic asks for no name: list at least one.');
  if (!(base > 0)) throw new Error(`requestsPerSecond is ${base}: it must be above 0.`);
  if (near < leastNearChange) {
    throw new Error(
      `requestsPerSecondNearChange is ${near}: at least ${leastNearChange}, or a short hole stays unseen.`,
    );
  }
  if (!Number.isInteger(near / base)) {
    throw new Error(
      `requestsPerSecondNearChange (${near}) is not a multiple of requestsPerSecond (${base}): ` +
        'the dense beat goes through the instants of the sparse one.',
    );
  }
}
