/** A request as a viewer sends it. */
export interface Request {
  /** Lower case, without port. */
  readonly host: string;
  /** Path and query as they were sent: `/a%20b?x=1`. */
  readonly uri: string;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch, for rules that begin or expire. */
  readonly now: number;
}

/** What a viewer gets. */
export interface Answer {
  readonly status: number;
  readonly location?: string;
  /** Names in lower case, location excluded. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Id of the rule that answered, `unmatched` of a site, or `no site`. */
  readonly rule: string;
}
