import type { Numeric } from './numeric';
import type { RecordSet } from './port';

/** What a person may ask of the way in which the names move, beside its strategy. */

/**
 * ROUTE_FIRST: the source releases the names first; until the records follow, the way back is one update.
 * DNS_FIRST (AWS's own guide): the records lead to the target first, while the source still serves by its names.
 */
export type CutoverOrder = 'ROUTE_FIRST' | 'DNS_FIRST';

export interface WildcardWish {
  /** The transit wildcard for all names; left out, each name has the one over its parent. */
  readonly name?: string;
  /** It stays on the target in the end. */
  readonly keep: boolean;
}

/** BYPASS: an endpoint outside CloudFront that serves the names, with TLS, while they change hands. */
export interface BypassWish {
  readonly records: readonly BypassRecord[];
  /** How long after the names lead there the source still serves; the old TTL is waited out in any case. */
  readonly drainSeconds: number;
}

/** Without a name it is for every alias. */
export type BypassRecord = Omit<RecordSet, 'name' | 'setIdentifier'> & { readonly name?: string };

/** Browsers keep a connection that is idle for minutes, and an edge that lost the name refuses what comes on it. */
const DRAIN_SECONDS = 300;
const BYPASS_TTL_SECONDS = 60;

/** The same as the template says it. */
export interface DeclaredWishes {
  readonly CutoverOrder?: CutoverOrder;
  readonly Wildcard?: { readonly Name?: string; readonly Keep?: boolean | string };
  readonly MaxDowntimeSeconds?: Numeric;
  readonly Bypass?: { readonly Records: readonly DeclaredRecord[]; readonly DrainSeconds?: Numeric };
}

interface DeclaredRecord {
  readonly Name?: string;
  readonly Type: 'A' | 'AAAA' | 'CNAME';
  readonly TtlSeconds?: Numeric;
  readonly Values?: readonly string[];
  readonly AliasTarget?: { readonly HostedZoneId: string; readonly DnsName: string };
}

interface Wishes {
  readonly cutoverOrder?: CutoverOrder;
  readonly wildcard?: WildcardWish;
  readonly bypass?: BypassWish;
  readonly maxDowntimeSeconds?: number;
}

/** What is not declared is left out, so that a journal stays small. */
export const wishesOf = ({
  CutoverOrder: cutoverOrder,
  Wildcard: wildcard,
  Bypass: bypass,
  MaxDowntimeSeconds: maxDowntime,
}: DeclaredWishes): Wishes => ({
  ...(cutoverOrder && { cutoverOrder }),
  ...(wildcard && {
    wildcard: {
      ...(wildcard.Name && { name: wildcard.Name }),
      keep: String(wildcard.Keep ?? false) === 'true',
    },
  }),
  ...(Number(maxDowntime ?? 0) > 0 && { maxDowntimeSeconds: Number(maxDowntime) }),
  ...(bypass && {
    bypass: {
      records: bypass.Records.map(recordOf),
      drainSeconds: Number(bypass.DrainSeconds ?? DRAIN_SECONDS),
    },
  }),
});

const recordOf = ({
  Name: name,
  Type: type,
  TtlSeconds,
  Values: values,
  AliasTarget: alias,
}: DeclaredRecord): BypassRecord => ({
  ...(name && { name }),
  type,
  ...(alias
    ? {
        aliasTarget: {
          hostedZoneId: alias.HostedZoneId,
          dnsName: alias.DnsName.toLowerCase().replace(/\.$/, ''),
          evaluateTargetHealth: false,
        },
      }
    : { ttlSeconds: Number(TtlSeconds ?? BYPASS_TTL_SECONDS), values: values ? [...values] : [] }),
});
