import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { type LocalAws, plainName, type World } from '@cutover/local-aws';

/**
 * Lets curl reach the edges by name: `.curlrc`, which curl reads from CURL_HOME, leads every name that the local AWS
 * knows to an edge on loopback. Other hosts are dialled as ever, and their certificates are trusted as ever.
 */
export interface CurlSetup {
  readonly environment: Readonly<Record<string, string>>;
  /** One line that works in any shell. */
  readonly line: string;
  /** Brings `.curlrc` up to date with the names. */
  refresh(): void;
}

export function setUpCurl(folder: string, aws: LocalAws): CurlSetup {
  const caFile = join(folder, 'ca.pem');
  const bundle = join(folder, 'ca-and-roots.pem');
  writeFileSync(caFile, aws.caPem);
  writeFileSync(bundle, [aws.caPem.trim(), ...rootCertificates, ''].join('\n'));
  const edge = httpsEdge(aws.routes);
  let written = '';
  const refresh = (): void => {
    const text = curlrc(namesOf(aws.world), bundle, edge);
    if (text === written) return;
    const file = join(folder, '.curlrc');
    // In one step: curl may be reading it.
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
    written = text;
  };
  refresh();
  const [name = 'a.example.com'] = namesOf(aws.world);
  const line = `curl --cacert ${caFile} --connect-to ::${edge} https://${name}/`;
  return { environment: { CURL_HOME: folder }, line, refresh };
}

/** Loopback address of the first edge. */
const httpsEdge = (routes: LocalAws['routes']): string =>
  Object.entries(routes).find(([address]) => address.endsWith(':443'))?.[1] ?? '';

export const curlrc = (names: readonly string[], caFile: string, edge: string): string =>
  [`cacert = "${caFile}"`, ...names.map((name) => `connect-to = "${name}:443:${edge}"`), ''].join('\n');

/** Every name that an edge may be asked for: aliases, names in zones, CloudFront's own. Each once, aliases first. */
export function namesOf(world: World): string[] {
  const distributions = [...world.distributions.values()];
  const aliases = distributions.flatMap(({ config }) => config.Aliases?.Items ?? []);
  const records = [...world.hostedZones.values()].flatMap(({ records }) =>
    records
      .filter(({ Type }) => Type === 'A' || Type === 'AAAA' || Type === 'CNAME')
      .map(({ Name }) => plainName(Name ?? '')),
  );
  const own = distributions.map(({ domainName }) => domainName);
  // No wildcards, which curl does not know, and no records that prove something to somebody.
  return [...new Set([...aliases, ...records, ...own])].filter((name) => !/[*_]/.test(name));
}
