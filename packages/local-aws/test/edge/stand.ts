import { type CertificateAuthority, createAuthority } from '../../src/edge/authority';
import { type OriginDefinition, originsOf } from '../../src/edge/origins';
import { type Edges, startEdges } from '../../src/edge/server';
import type { Knobs } from '../../src/world/knobs';
import type { ServedConfig, World } from '../../src/world/world';
import { bareWorld } from '../support/bare-world';
import { type Dial, dial, type Http2Viewer, http2Viewer } from './http2-viewer';
import { certificateArnOf, certificateOf, served, sourceAccount, targetAccount } from './served';
import { type View, type Viewed, viewerOf } from './viewer';

export const [near, far] = ['203.0.113.10', '203.0.113.20'] as const;

type Side = 'source' | 'target';
const accounts: Readonly<Record<Side, string>> = { source: sourceAccount, target: targetAccount };
const arnOf = (side: Side): string => certificateArnOf(accounts[side]);

/** Two edges over real sockets, two accounts with a certificate and an origin each. */
export interface Stand {
  readonly world: World;
  readonly edges: Edges;
  readonly authority: CertificateAuthority;
  /** A distribution of that side, with its certificate and a header that tells who answered. */
  distribution(side: Side, config?: Parameters<typeof served>[1]): ServedConfig;
  /** Puts configurations on one edge, or on both. */
  serve(view: readonly ServedConfig[], on?: readonly string[]): void;
  ask(view: Omit<View, 'address'> & { address?: string }): Promise<Viewed>;
  /** The side that answered. */
  sideOf(view: Omit<View, 'address'> & { address?: string }): Promise<unknown>;
  http2(serverName: string | undefined, more?: Partial<Dial>): Promise<Http2Viewer>;
  /** The protocol that an edge chooses. */
  protocol(serverName: string | undefined, offers?: readonly string[]): Promise<string | false | null>;
  stop(): Promise<void>;
}

export interface StandOptions {
  readonly knobs?: Partial<Knobs>;
  /** Names on the certificates; left out: the source's covers a and b, the target's the wildcard over both. */
  readonly names?: Readonly<Record<Side, readonly string[]>>;
  readonly origins?: readonly OriginDefinition[];
}

const usualNames = { source: ['a.example.com', 'b.example.com'], target: ['*.example.com'] };
const usualOrigins = ['source', 'target'].map((side) => ({ domainName: `${side}.example.net`, rules: [] }));

export async function startStand({ knobs, names = usualNames, origins }: StandOptions = {}): Promise<Stand> {
  const world = bareWorld(knobs);
  for (const side of ['source', 'target'] as const) addSide(world, side, names[side]);
  const authority = await createAuthority(new Date(world.now));
  const edges = await startEdges(world, authority, { origins: originsOf(origins ?? usualOrigins) });
  const viewer = viewerOf(edges.routes, authority.pem);
  const dialed = (serverName: string | undefined): Dial => ({
    endpoint: edges.routes[`${near}:443`] ?? '',
    ca: authority.pem,
    serverName,
  });
  const ask: Stand['ask'] = (view) => viewer({ address: near, ...view });
  return {
    world,
    edges,
    authority,
    distribution: (side, config) => distribution(side, config),
    serve: (view, on = [near, far]) => serve(world, view, on),
    ask,
    sideOf: async (view) => (await ask(view)).headers['x-migration'],
    http2: (serverName, more) => http2Viewer({ ...dialed(serverName), ...more }),
    async protocol(serverName, offers) {
      const socket = await dial({ ...dialed(serverName), lax: true, ...(offers && { offers }) });
      socket.destroy();
      return socket.alpnProtocol;
    },
    stop: () => edges.stop(),
  };
}

const distribution = (side: Side, config: Parameters<typeof served>[1] = {}): ServedConfig =>
  served(
    side,
    {
      ViewerCertificate: { ACMCertificateArn: arnOf(side), SSLSupportMethod: 'sni-only' },
      DefaultCacheBehavior: behaviour(side),
      HttpVersion: 'http2',
      ...config,
    },
    accounts[side],
  );

export const behaviour = (side: string, departures: object = {}) => ({
  TargetOriginId: 'main',
  ViewerProtocolPolicy: 'redirect-to-https' as const,
  ResponseHeadersPolicyId: side,
  ...departures,
});

function serve(world: World, view: readonly ServedConfig[], on: readonly string[]): void {
  for (const edge of world.edges.filter(({ address }) => on.includes(address))) {
    for (const each of view) edge.serving.set(each.distributionId, each);
  }
}

function addSide(world: World, side: Side, names: readonly string[]): void {
  const accountId = accounts[side];
  world.certificates.set(arnOf(side), certificateOf(accountId, names));
  const Header = { Header: 'x-migration', Value: `${side} account`, Override: true };
  world.responseHeadersPolicies.set(side, {
    id: side,
    accountId,
    etag: 'E1',
    createdAt: world.now,
    lastModifiedAt: 0,
    config: { Name: side, CustomHeadersConfig: { Quantity: 1, Items: [Header] } },
  });
}
