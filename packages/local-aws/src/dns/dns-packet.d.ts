/** The part of dns-packet 5.6.1 that is used here; the package comes without types. */
declare module 'dns-packet' {
  export interface Question {
    readonly name: string;
    /** Types that the package does not know are `UNKNOWN_<number>`, with a Buffer of raw data. */
    readonly type: string;
    readonly class?: string;
  }

  export interface Record {
    readonly name: string;
    readonly type: string;
    readonly ttl?: number;
    readonly data?: unknown;
    readonly udpPayloadSize?: number;
    readonly options?: readonly unknown[];
  }

  export interface Packet {
    readonly id?: number;
    readonly type?: 'query' | 'response';
    readonly flags?: number;
    readonly questions?: readonly Question[];
    readonly answers?: readonly Record[];
    readonly authorities?: readonly Record[];
    readonly additionals?: readonly Record[];
  }

  export interface DecodedPacket extends Required<Packet> {
    readonly opcode: string;
    readonly rcode: string;
  }

  export const AUTHORITATIVE_ANSWER: number;
  export const TRUNCATED_RESPONSE: number;
  export const RECURSION_DESIRED: number;
  export const RECURSION_AVAILABLE: number;

  export function encode(packet: Packet): Buffer;
  export function decode(bytes: Uint8Array): DecodedPacket;
}
