import { createHash } from 'node:crypto';
import { bypassRecords, endsOf } from '../bypass';
import type { Journal } from '../journal';
import { transitOf } from '../names';
import type { NameViewers, Part } from '../observed';
import type { Ports } from '../port';
import { namesSoFar } from '../waves';

const VIEWER_TIMEOUT_MS = 5000;

/** The names as users reach them. */
export const names = async (ports: Ports, journal: Journal): Promise<Part> => ({
  viewers: await askAll(ports, journal, namesSoFar(journal), (alias) => alias),
});

/** The names at the target's own addresses, wherever DNS leads. */
export const edges = async (ports: Ports, journal: Journal, { target }: Part): Promise<Part> => ({
  viewers: await askAll(ports, journal, namesSoFar(journal), () => target?.domainName),
});

/** Names that nobody uses, under the wildcards that the target holds. */
export async function canary(ports: Ports, journal: Journal, { target }: Part): Promise<Part> {
  const wildcards = transitOf(journal.migration, journal.migration.aliases);
  const hosts = wildcards.map((wildcard) => canaryUnder(wildcard, journal.migrationId));
  return { viewers: await askAll(ports, journal, hosts, () => target?.domainName) };
}

/** The names at the bypass, wherever DNS leads. */
export async function bypass(ports: Ports, journal: Journal): Promise<Part> {
  const { migration } = journal;
  const asks = bypassRecords(migration, migration.aliases).flatMap((record) =>
    // IPv4 alone is asked, as everywhere.
    record.type === 'AAAA' ? [] : endsOf(record).map((via) => ({ host: record.name, via })),
  );
  const found = asks.map(({ host, via }) => askAll(ports, journal, [host], () => via));
  return { bypass: (await Promise.all(found)).flat() };
}

/** Asks every host once, and a second time where an answer looks broken. */
async function askAll(
  { viewer }: Ports,
  { migration }: Journal,
  hosts: readonly string[],
  via: (host: string) => string | undefined,
): Promise<NameViewers[]> {
  const ask = (host: string) =>
    viewer.request({
      via: via(host) ?? host,
      host,
      path: migration.verification.path,
      timeoutMs: VIEWER_TIMEOUT_MS,
    });
  return Promise.all(
    hosts.map(async (host) => {
      const first = await ask(host);
      const isFine =
        first.length > 0 && first.every((answer) => answer.kind === 'answered' && answer.status < 400);
      return { host, asks: isFine ? [first] : [first, await ask(host)] };
    }),
  );
}

/** A name that nobody uses, the same in every turn of one migration. */
const canaryUnder = (wildcard: string, migrationId: string): string =>
  `cutover-canary-${createHash('sha256').update(migrationId).digest('hex').slice(0, 8)}${wildcard.slice(1)}`;
