import type { DecodedPacket, Record as WireRecord } from 'dns-packet';
import * as dnsPacket from 'dns-packet';
import type { DnsAnswer, DnsCode } from '../world/world';
import { encodeServiceBinding } from './service-binding';

/** HTTPS records (RFC 9460) go through dns-packet as a type that it does not know. */
const httpsOnTheWire = 'UNKNOWN_65';

export const typeOfQuestion = (type: string): string => (type === httpsOnTheWire ? 'HTTPS' : type);

const responseCodes: Record<DnsCode | 'FORMERR' | 'NOTIMP', number> = {
  NOERROR: 0,
  FORMERR: 1,
  SERVFAIL: 2,
  NXDOMAIN: 3,
  NOTIMP: 4,
  REFUSED: 5,
};

export interface Reply {
  readonly code: keyof typeof responseCodes;
  readonly answers: readonly DnsAnswer[];
  readonly authority?: readonly DnsAnswer[];
  /** AUTHORITATIVE_ANSWER or RECURSION_AVAILABLE. */
  readonly flags: number;
}

/** The bytes of an answer to `query`; cut short, with the TC flag, where it is longer than `limit`. */
export function encodeReply(query: DecodedPacket, reply: Reply, limit: number): Buffer {
  const flags = (query.flags & dnsPacket.RECURSION_DESIRED) | reply.flags | responseCodes[reply.code];
  const packet = {
    id: query.id,
    type: 'response' as const,
    flags,
    questions: query.questions,
    answers: reply.answers.map(wireRecord),
    authorities: (reply.authority ?? []).map(wireRecord),
    additionals: extensionOf(query) ? [{ name: '.', type: 'OPT', udpPayloadSize: 1232, options: [] }] : [],
  };
  const whole = dnsPacket.encode(packet);
  if (whole.length <= limit) return whole;
  return dnsPacket.encode({
    ...packet,
    flags: flags | dnsPacket.TRUNCATED_RESPONSE,
    answers: [],
    authorities: [],
  });
}

/** How many bytes the asker takes over UDP: 512, or what its EDNS record says. */
export const udpLimit = (query: DecodedPacket): number =>
  Math.max(512, extensionOf(query)?.udpPayloadSize ?? 0);

const extensionOf = (query: DecodedPacket): WireRecord | undefined =>
  query.additionals.find((record) => record.type === 'OPT');

/** From the world's text form to what dns-packet encodes. */
export function wireRecord({ name, type, ttl, data }: DnsAnswer): WireRecord {
  const record = (value: unknown): WireRecord => ({ name, type, ttl, data: value });
  switch (type) {
    case 'TXT':
      return record(strings(data));
    case 'MX': {
      const [preference, exchange] = data.split(' ');
      return record({ preference: Number(preference), exchange });
    }
    case 'SOA':
      return record(startOfAuthority(data));
    case 'CAA': {
      const [, flags, tag, value] = /^(\d+)\s+(\w+)\s+"?(.*?)"?$/.exec(data) ?? [];
      return record({ flags: Number(flags), tag, value });
    }
    case 'HTTPS':
      return { name, type: httpsOnTheWire, ttl, data: encodeServiceBinding(data) };
    default:
      return record(data);
  }
}

/** A TXT record is strings of 255 bytes at most; resolvers join them. */
function strings(data: string): Buffer[] {
  const bytes = Buffer.from(data);
  const count = Math.max(1, Math.ceil(bytes.length / 255));
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * 255, (at + 1) * 255));
}

function startOfAuthority(data: string): Record<string, unknown> {
  const [mname, rname, serial, refresh, retry, expire, minimum] = data.split(' ');
  return {
    mname,
    rname,
    serial: Number(serial),
    refresh: Number(refresh),
    retry: Number(retry),
    expire: Number(expire),
    minimum: Number(minimum),
  };
}
