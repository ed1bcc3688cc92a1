import { createServer } from 'node:https';
import type { CertificateAuthority } from './authority';
import { close, listen, withoutTimeouts } from './listening';
import { listenerFor, type OriginRule } from './origins';

/** A web server past CloudFront: viewers whom DNS leads to its address reach it over TLS. */
export interface EndpointDefinition {
  readonly address: string;
  /** What its certificate covers. */
  readonly names: readonly string[];
  readonly rules: readonly OriginRule[];
}

export interface Endpoints {
  /** `198.51.100.7:443` to `127.0.0.1:PORT`. */
  readonly routes: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Each listens on a loopback port of its own, with a certificate that whoever trusts the local authority accepts. */
export async function startEndpoints(
  definitions: readonly EndpointDefinition[],
  authority: CertificateAuthority,
): Promise<Endpoints> {
  const started = await Promise.all(
    definitions.map(async ({ address, names, rules }) => {
      const options = { ...withoutTimeouts, ...(await authority.certificateFor(names)) };
      const server = createServer(options, listenerFor({ domainName: address, rules }));
      return { server, route: [`${address}:443`, `127.0.0.1:${await listen(server)}`] as const };
    }),
  );
  return {
    routes: Object.fromEntries(started.map(({ route }) => route)),
    stop: async () => {
      await Promise.all(started.map(({ server }) => close(server)));
    },
  };
}
