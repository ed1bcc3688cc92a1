/** `new`: a connection opened for this one request. `kept`: the connection that this name keeps open at this address. */
export type ConnectionKind = 'new' | 'kept';

/** HTTP/1.1 or HTTP/2. */
export type Protocol = 'h1' | 'h2';

/** One line of the traffic's log. */
export interface RequestRecord {
  /** Virtual milliseconds since the start that the probe was given. */
  readonly t: number;
  readonly name: string;
  /** The edge that was asked; empty when DNS gave none. */
  readonly address: string;
  readonly connection: ConnectionKind;
  /** What the edge chose to speak; absent when no connection came about. */
  readonly protocol?: Protocol;
  readonly status?: number;
  /** Where the answer sends the viewer. */
  readonly location?: string;
  /** Who answered, told by the answer's headers. */
  readonly side?: string;
  /** Why it failed, in words. */
  readonly error?: string;
  readonly failed: boolean;
  /** The kept connection was answered 421; what this record tells is the answer of a fresh one, asked at once. */
  readonly retried421?: true;
}

/** What the public resolver answered when the probe asked it: once a time to live, or at every beat of a failure. */
export interface LookupRecord {
  /** As in a `RequestRecord`. */
  readonly t: number;
  readonly name: string;
  /** Sorted; empty when the name did not resolve. */
  readonly addresses: readonly string[];
  /** The names that a chain of CNAMEs led through. */
  readonly through: readonly string[];
  /** Why it did not resolve, in words. */
  readonly error?: string;
}
