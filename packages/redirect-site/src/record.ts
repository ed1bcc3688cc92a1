/** A record set as Route 53 keeps it. */
export interface ResourceRecord {
  /** Lower case, without the last dot. */
  readonly name: string;
  readonly type: string;
  readonly ttlSeconds?: number;
  readonly values?: readonly string[];
  readonly aliasTarget?: {
    readonly hostedZoneId: string;
    readonly dnsName: string;
    readonly evaluateTargetHealth: boolean;
  };
  /** Present where the set has a routing policy. */
  readonly setIdentifier?: string;
}
