/** Where the evidence about AWS conflicts or no figure is published: a named choice, with the likelier default. */
export interface Knobs {
  /** Points of presence that are modelled one by one. */
  readonly edgeCount: number;
  /** Seconds until one edge serves an accepted configuration. A measured flip took under 30 s. */
  readonly edgeDelaySeconds: readonly [number, number];
  /** Seconds from the last modelled edge to Status=Deployed: the rest of the world. */
  readonly deployTailSeconds: readonly [number, number];
  /** Seconds from ChangeResourceRecordSets to the name servers' new answer, and INSYNC. */
  readonly publishLagSeconds: readonly [number, number];
  /** Milliseconds that one API call costs its caller. */
  readonly callLatencyMs: readonly [number, number];
  /** Whether CloudFront's DNS check recognises a distribution behind a Route 53 ALIAS record. */
  readonly dnsCheckSeesAlias: boolean;
  /** Whether a name is free once its removal is accepted, or only when that is deployed. */
  readonly releaseAt: 'accept' | 'deployed';
  /** Whether UpdateDomainAssociation wants the TXT record within one account too. */
  readonly txtSameAccount: boolean;
  /** Which text of the Developer Guide on domain fronting holds: today's, or that of 2023, which is stricter. */
  readonly frontingRule: 'current' | 'legacy2023';
}

export const likelyKnobs: Knobs = {
  edgeCount: 3,
  edgeDelaySeconds: [4, 18],
  deployTailSeconds: [60, 150],
  publishLagSeconds: [8, 40],
  callLatencyMs: [60, 400],
  dnsCheckSeesAlias: false,
  releaseAt: 'accept',
  txtSameAccount: false,
  frontingRule: 'current',
};
