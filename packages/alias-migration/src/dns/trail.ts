import type { AuthorityAnswer, DnsPort } from '../port';
import { isOfCloudFront } from '../records';

/** What one authoritative server says at the end of a chain of CNAMEs. */
export interface TrailEnd {
  readonly nameServer: string;
  /** The last name of the chain. */
  readonly at: string;
  /**
   * - `distribution`: a CNAME to a name of CloudFront, which is the value.
   * - `values`: records of the type that was asked for. An ALIAS shows addresses only.
   * - `nothing`: no such record; `silent`: no answer.
   */
  readonly kind: 'distribution' | 'values' | 'nothing' | 'silent';
  readonly values: readonly string[];
}

/** Where a name leads, as every authoritative server on the way tells it. */
export interface Trail {
  readonly name: string;
  /** The zone of the name itself; undefined where public DNS knows no name servers for it. */
  readonly zone?: string;
  /** The longest of the CNAMEs' TTLs on the way, where the servers tell it. */
  readonly ttlSeconds?: number;
  readonly ends: readonly TrailEnd[];
}

/** Resolvers give up on longer chains, and so does CloudFront. */
const HOPS_MAX = 8;

/** Follows a name past every cache: each CNAME is asked for at the authoritative servers of its own zone. */
export async function follow(
  dns: Pick<DnsPort, 'findAuthority' | 'askAuthority'>,
  name: string,
  type: 'A' | 'TXT',
  hops = HOPS_MAX,
): Promise<Trail> {
  const authority = await dns.findAuthority(name);
  if (!authority || hops === 0) return { name, ends: [] };
  const answers = await dns.askAuthority(authority, name, 'CNAME');
  const bare = answers.filter(({ values }) => values?.length === 0).map(({ nameServer }) => nameServer);
  const own = await ownEnds(dns, { ...authority, nameServers: bare }, name, type);
  const silent = answers
    .filter(({ values }) => values === undefined)
    .map(({ nameServer }) => endAt(name, nameServer, undefined));
  const onward = await Promise.all(
    hopsFrom(answers).map(([value, nameServer]) => hop(dns, { value, nameServer, at: name }, type, hops)),
  );
  const ends = [...own, ...silent, ...onward.flatMap((trail) => trail.ends)];
  const ttls = [...answers, ...onward].flatMap(({ ttlSeconds }) => ttlSeconds ?? []);
  return { name, zone: authority.name, ends, ...(ttls.length > 0 && { ttlSeconds: Math.max(...ttls) }) };
}

/** The CNAMEs that the servers answer, each once, with a server that says so. */
const hopsFrom = (answers: readonly AuthorityAnswer[]): [string, string][] => [
  ...new Map(
    answers.flatMap(({ values = [], nameServer }) =>
      values.slice(0, 1).map((value) => [value, nameServer] as const),
    ),
  ),
];

async function hop(
  dns: Parameters<typeof follow>[0],
  { value, nameServer, at }: { value: string; nameServer: string; at: string },
  type: 'A' | 'TXT',
  hops: number,
): Promise<Pick<Trail, 'ends' | 'ttlSeconds'>> {
  if (isOfCloudFront(value)) return { ends: [{ nameServer, at, kind: 'distribution', values: [value] }] };
  const trail = await follow(dns, value, type, hops - 1);
  return trail.ends.length > 0 ? trail : { ends: [endAt(value, nameServer, undefined)] };
}

async function ownEnds(
  dns: Parameters<typeof follow>[0],
  authority: Parameters<DnsPort['askAuthority']>[0],
  name: string,
  type: 'A' | 'TXT',
): Promise<TrailEnd[]> {
  if (authority.nameServers.length === 0) return [];
  const answers = await dns.askAuthority(authority, name, type);
  return answers.map(({ nameServer, values }) => endAt(name, nameServer, values));
}

const endAt = (at: string, nameServer: string, values: readonly string[] | undefined): TrailEnd => {
  if (values === undefined) return { nameServer, at, kind: 'silent', values: [] };
  return { nameServer, at, kind: values.length > 0 ? 'values' : 'nothing', values };
};
