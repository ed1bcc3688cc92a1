import type { Numeric } from '../numeric';

/** Who changes the names' records: we, in Route 53; the customer, somewhere else; or nobody that we look at. */
export type DnsMode = 'ROUTE53' | 'EXTERNAL' | 'NONE';

/** A hosted zone whose records of the names follow the move. */
export interface DnsEnd {
  readonly hostedZoneId: string;
  readonly roleArn?: string;
  readonly externalId?: string;
}

/** The customer sets the records; we look at the authoritative servers of their zone. */
export interface ExternalDns {
  /** IN_STACK: the handler waits. RESUME: the create ends before anything moves, and an update goes on. */
  readonly wait: 'IN_STACK' | 'RESUME';
  readonly semaphore?: Semaphore;
  readonly roleArn?: string;
  readonly externalId?: string;
}

/** A TXT record in a zone of ours, that the customer's validation name has to lead to. */
export interface Semaphore {
  readonly hostedZoneId: string;
  readonly value: string;
}

export interface DnsGate {
  /** How long every server has to give the new answer; the old TTL is waited out in any case. */
  readonly stableSeconds?: number;
  readonly timeoutMinutes?: number;
}

/** `Dns` of the template. */
export interface DeclaredDns {
  readonly Mode?: DnsMode;
  readonly HostedZoneId?: string;
  readonly RoleArn?: string;
  readonly ExternalId?: string;
  readonly Semaphore?: { readonly HostedZoneId: string; readonly Value: string };
  readonly Wait?: ExternalDns['wait'];
  /** Any change of it is an update, which goes on with a migration that waits for the customer's DNS. */
  readonly Resume?: string;
  readonly Gate?: {
    readonly StableSeconds?: Numeric;
    readonly TimeoutMinutes?: Numeric;
  };
}

export interface DnsWish {
  readonly dns?: DnsEnd;
  readonly externalDns?: ExternalDns;
  readonly dnsGate?: DnsGate;
  /** What is declared though the mode has no use for it: a slip of the pen, which is refused. */
  readonly dnsUnused?: readonly string[];
}

const USED: Readonly<Record<DnsMode, readonly (keyof DeclaredDns)[]>> = {
  ROUTE53: ['HostedZoneId', 'RoleArn', 'ExternalId', 'Gate'],
  EXTERNAL: ['RoleArn', 'ExternalId', 'Semaphore', 'Wait', 'Resume', 'Gate'],
  NONE: [],
};

/** Reads `Dns`. A zone is enough to say ROUTE53; without one nothing is looked at unless EXTERNAL says so. */
export function dnsWishOf(declared: DeclaredDns = {}): DnsWish {
  const mode = declared.Mode ?? (declared.HostedZoneId === undefined ? 'NONE' : 'ROUTE53');
  const { Mode: _, ...members } = declared;
  const given = (Object.keys(members) as (keyof typeof members)[]).filter(
    (name) => members[name] !== undefined,
  );
  const unused = given.filter((name) => !USED[mode].includes(name));
  const role = { roleArn: declared.RoleArn, externalId: declared.ExternalId };
  return {
    ...(mode === 'ROUTE53' && { dns: { hostedZoneId: declared.HostedZoneId ?? '', ...role } }),
    ...(mode === 'EXTERNAL' && {
      externalDns: { wait: declared.Wait ?? 'IN_STACK', semaphore: semaphoreOf(declared), ...role },
    }),
    ...(declared.Gate && mode !== 'NONE' && { dnsGate: gateOf(declared.Gate) }),
    ...(unused.length > 0 && { dnsUnused: unused }),
  };
}

const semaphoreOf = ({ Semaphore: semaphore }: DeclaredDns): Semaphore | undefined =>
  semaphore && { hostedZoneId: semaphore.HostedZoneId, value: semaphore.Value };

const gateOf = ({ StableSeconds, TimeoutMinutes }: NonNullable<DeclaredDns['Gate']>): DnsGate => ({
  stableSeconds: StableSeconds === undefined ? undefined : Number(StableSeconds),
  timeoutMinutes: TimeoutMinutes === undefined ? undefined : Number(TimeoutMinutes),
});
