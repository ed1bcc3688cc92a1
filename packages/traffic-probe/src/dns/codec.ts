/** dns-packet ships no types; these are the parts of it that a resolver's client needs. */
interface Codec {
  readonly RECURSION_DESIRED: number;
  encode(query: Query): Buffer;
  decode(bytes: Buffer): Reply;
}

interface Query {
  readonly type: 'query';
  readonly id: number;
  readonly flags: number;
  readonly questions: readonly { readonly type: 'A'; readonly name: string }[];
}

export interface Reply {
  readonly id: number;
  readonly rcode: string;
  /** The answer did not fit into a datagram. */
  readonly flag_tc: boolean;
  readonly answers: readonly ReplyRecord[];
}

/** `data` is text for A and CNAME, and of another shape for records that nobody asked for. */
export interface ReplyRecord {
  readonly type: string;
  readonly name: string;
  readonly ttl: number;
  readonly data: unknown;
}

// Required, not imported: an import of an untyped module needs a declaration for the whole workspace.
export const codec: Codec = require('dns-packet');
