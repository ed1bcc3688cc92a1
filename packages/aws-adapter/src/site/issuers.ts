import { promises as dns } from 'node:dns';
import { Failure } from '@cutover/handler-kit';
import { PATIENCE, settle } from '../authority';

/** The questions that we have; `node:dns` answers them, a test may. They throw with a `code`. */
export type Asker = Pick<dns.Resolver, 'resolveCaa' | 'resolveNs' | 'resolve4'>;
/** @param servers addresses to ask; left out: the machine's own resolvers. */
export type AskerAt = (servers?: readonly string[]) => Asker;
type CaaRecord = Awaited<ReturnType<Asker['resolveCaa']>>[number];

const nodeAsker: AskerAt = (servers) => {
  const resolver = new dns.Resolver(PATIENCE);
  if (servers !== undefined) resolver.setServers(servers);
  return resolver;
};

/** What a set says that allows nobody at all. */
const NOBODY = ';';

/** What is known of a name on the way down to a host. */
interface Level {
  /** The records that decide so far: those of the nearest name above, or of the name itself. */
  readonly records: readonly CaaRecord[];
  /** Addresses of the name servers of the zone around it, where they are known. */
  readonly servers: readonly string[] | undefined;
  /** Nothing has this name, and so nothing is below it either (RFC 8020). */
  readonly isAbsent: boolean;
}

/**
 * Who may issue for a name, as RFC 8659 tells it: the records nearest to it on the way to the root decide, for a wildcard
 * those of tag `issuewild` before those of `issue`. Empty: anyone.
 *
 * The way goes down, and name servers are asked before a resolver is: most hosts do not exist yet, and a resolver that
 * was asked for one would go on saying so for minutes after its records are there.
 *
 * @returns what answers for many names, and asks for what they share once
 */
export function issuersFrom(askerAt: AskerAt = nodeAsker): (name: string) => Promise<string[]> {
  const levels = new Map<string, Promise<Level>>();
  const levelOf = (labels: readonly string[]): Promise<Level> => {
    const name = labels.join('.');
    const known = levels.get(name);
    if (known) return known;
    const found = lookAt(askerAt, labels, levelOf);
    levels.set(name, found);
    return found;
  };
  return async (name) => {
    const { records } = await levelOf(name.replace(/^\*\./, '').split('.'));
    return allowedBy(records, name.startsWith('*.'));
  };
}

async function lookAt(
  askerAt: AskerAt,
  labels: readonly string[],
  levelOf: (labels: readonly string[]) => Promise<Level>,
): Promise<Level> {
  const name = labels.join('.');
  // Registries keep no CAA records of their own.
  if (labels.length < 2) return { records: [], servers: undefined, isAbsent: false };
  const above = await levelOf(labels.slice(1));
  if (above.isAbsent || (above.servers && (await isAbsent(askerAt(above.servers), name))))
    return { ...above, isAbsent: true };
  const own = await caaOf(askerAt(), name);
  return {
    records: own.length > 0 ? own : above.records,
    servers: (await serversOf(askerAt(), name)) ?? above.servers,
    isAbsent: false,
  };
}

/** NXDOMAIN of the zone's own servers; "no such record", and no answer at all, leave it open. */
async function isAbsent(authority: Asker, name: string): Promise<boolean> {
  try {
    await authority.resolveCaa(name);
    return false;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code === 'ENOTFOUND';
  }
}

async function caaOf(asker: Asker, name: string): Promise<CaaRecord[]> {
  const records = await settle(() => asker.resolveCaa(name));
  if (records !== undefined) return records;
  // An issuer that gets no answer refuses, so this must not pass for "anyone".
  throw new Failure(
    'Unreachable',
    'lookAgain',
    'NetworkFailure',
    `DNS does not say who may issue certificates for ${name} (CAA). Check that the name servers of its zone answer.`,
    'CAA',
  );
}

/** Undefined where no zone begins at the name, or nobody tells. */
async function serversOf(asker: Asker, name: string): Promise<string[] | undefined> {
  const nameServers = (await settle(() => asker.resolveNs(name))) ?? [];
  const addresses = await Promise.all(nameServers.map((each) => settle(() => asker.resolve4(each))));
  const known = addresses.flatMap((each) => each ?? []);
  return known.length > 0 ? known : undefined;
}

function allowedBy(records: readonly CaaRecord[], isWildcard: boolean): string[] {
  const issuewild = records.flatMap((record) => record.issuewild ?? []);
  const values =
    isWildcard && issuewild.length > 0 ? issuewild : records.flatMap((record) => record.issue ?? []);
  // Behind the first semicolon are parameters; nothing before it is nobody.
  return [...new Set(values.map((value) => value.split(';', 1)[0]?.trim().toLowerCase() || NOBODY))];
}
