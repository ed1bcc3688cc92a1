/** The operations that take a name from whoever holds it. */
export type MoveOperation = 'AssociateAlias' | 'UpdateDomainAssociation';

/** Where the evidence about AWS conflicts or no figure is published: a named choice, with the likelier default. */
export interface Knobs {
  /** Points of presence that are modelled one by one. */
  readonly edgeCount: number;
  /** Seconds until one edge serves an accepted configuration. A measured flip took under 30 s. */
  readonly edgeDelaySeconds: readonly [number, number];
  /** Seconds from the last modelled edge to Status=Deployed: the rest of the world. */
  readonly deployTailSeconds: readonly [number, number];
  /** Seconds from the last modelled edge that has forgotten to an invalidation's Status=Completed. */
  readonly invalidationTailSeconds: readonly [number, number];
  /** Seconds from ChangeResourceRecordSets to the name servers' new answer, and INSYNC. */
  readonly publishLagSeconds: readonly [number, number];
  /** Seconds until one edge runs the code of a function that was published. No figure is published. */
  readonly functionDelaySeconds: readonly [number, number];
  /** Seconds until functions at one edge read a changed item. Documented as "eventually", without a figure. */
  readonly itemDelaySeconds: readonly [number, number];
  /**
   * Whether events of TestFunction have `rawQueryString()`, which those at the edge have. No page says so; a function
   * that reads queries by it has to do without where it is not there.
   */
  readonly testFunctionHasRawQueryString: boolean;
  /**
   * What a viewer gets where a function fails on viewer-request: CloudFront's 503, or what cache and origin answer to
   * the request as it came. The troubleshooting guide says the former, another note the latter.
   */
  readonly functionFailure: '503' | 'origin';
  /** Seconds until a new key value store is READY. */
  readonly keyValueStoreSeconds: readonly [number, number];
  /** Seconds until ACM finds a validation record that is there, and issues the certificate. */
  readonly certificateSeconds: readonly [number, number];
  /** Milliseconds that one API call costs its caller. */
  readonly callLatencyMs: readonly [number, number];
  /**
   * Calls of a handler that one process of Lambda serves; with 1, each call has a cold start. No figure is published:
   * AWS takes processes away "to free up resources", and one that failed.
   */
  readonly turnsPerProcess: number;
  /** Whether CloudFront's DNS check recognises a distribution behind a Route 53 ALIAS record. */
  readonly dnsCheckSeesAlias: boolean;
  /** Whether a name is free once its removal is accepted, or only when that is deployed. */
  readonly releaseAt: 'accept' | 'deployed';
  /**
   * Whether a move within one account wants the TXT record too. The guide says that it does not; four projects were
   * refused by AssociateAlias without it, three did without it with UpdateDomainAssociation.
   */
  readonly txtSameAccount: Readonly<Record<MoveOperation, boolean>>;
  /**
   * Whether a move within one account wants the source disabled. UpdateDomainAssociation's reference says so; the
   * guide asks for it across accounts only, and three projects moved names from enabled distributions.
   */
  readonly disabledSourceSameAccount: boolean;
  /**
   * Which names CloudFront's DNS check looks up in an update: those that are new, or all of them. Nobody wrote about
   * an update that was refused for a name that had been there before.
   */
  readonly dnsCheckOf: 'added' | 'all';
  /** Names per distribution; AWS raises the quota on request. */
  readonly aliasQuota: number;
  /** Distributions per account; AWS raises the quota on request. */
  readonly distributionQuota: number;
  /** Which text of the Developer Guide on domain fronting holds: today's, or that of 2023, which is stricter. */
  readonly frontingRule: 'current' | 'legacy2023';
}

export const likelyKnobs: Knobs = {
  edgeCount: 3,
  edgeDelaySeconds: [4, 18],
  deployTailSeconds: [60, 150],
  invalidationTailSeconds: [5, 60],
  publishLagSeconds: [8, 40],
  functionDelaySeconds: [2, 20],
  itemDelaySeconds: [1, 15],
  testFunctionHasRawQueryString: true,
  functionFailure: '503',
  keyValueStoreSeconds: [5, 40],
  certificateSeconds: [20, 60],
  callLatencyMs: [60, 400],
  turnsPerProcess: 25,
  dnsCheckSeesAlias: false,
  releaseAt: 'accept',
  txtSameAccount: { AssociateAlias: true, UpdateDomainAssociation: false },
  disabledSourceSameAccount: false,
  dnsCheckOf: 'added',
  aliasQuota: 100,
  distributionQuota: 500,
  frontingRule: 'current',
};
