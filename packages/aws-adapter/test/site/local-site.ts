import { promises as dns } from 'node:dns';
import { Agent } from 'node:http';
import { secondsToMs } from '@cutover/ground';
import { type Knobs, type LocalAws, seedHostedZone, startLocalAws } from '@cutover/local-aws';
import type { SitePorts } from '@cutover/redirect-site';
import { siteClientsOf } from '../../src/site/clients';
import { siteDnsPort } from '../../src/site/dns';
import { sitePorts } from '../../src/site/ports';

export const ACCOUNT = '310123456789';
export const ZONE = 'ZEXAMPLE';

const DATA_PLANE = 'AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE';

const quick: Partial<Knobs> = { edgeCount: 2, deployTailSeconds: [5, 20] };

/** The ports over HTTP to a local AWS whose clock the test moves. */
export interface LocalSite {
  readonly aws: LocalAws;
  /** Made anew each time, as for each turn. */
  readonly ports: SitePorts;
  /** The public resolver, which viewers ask. */
  readonly viewer: dns.Resolver;
  pass(seconds: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startLocalSite(knobs: Partial<Knobs> = quick): Promise<LocalSite> {
  const aws = await startLocalAws({
    seed: 'site ports',
    startedAt: Date.UTC(2026, 0, 1),
    accounts: [{ id: ACCOUNT, name: 'site' }],
    knobs,
  });
  seedHostedZone(aws.world, { accountId: ACCOUNT, id: ZONE, name: 'example.com', records: [] });
  process.env.AWS_ENDPOINT_URL = aws.endpoint;
  // The data plane's client puts the account before the host, and a host that ends in digits would be an address.
  process.env[DATA_PLANE] = `http://localhost:${aws.port}`;
  const httpAgent = new Agent({
    keepAlive: false,
    lookup: (_host, _options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
  });
  const options = {
    credentials: { accessKeyId: ACCOUNT, secretAccessKey: 'secret', sessionToken: 'token' },
    requestHandler: { httpAgent },
  };
  // As in the sandbox: the default is the public resolver, and documentation addresses are played on loopback.
  const askerAt = (servers?: readonly string[]) => {
    const resolver = new dns.Resolver();
    resolver.setServers(servers?.map((each) => aws.routes[`${each}:53`] ?? '') ?? [aws.resolver]);
    return resolver;
  };
  return {
    aws,
    get ports() {
      return { ...sitePorts(options), dns: siteDnsPort(siteClientsOf(options).route53, askerAt) };
    },
    viewer: askerAt(),
    pass: (seconds) => aws.timeline.runTo(aws.timeline.now() + secondsToMs(seconds)),
    stop: async () => {
      delete process.env.AWS_ENDPOINT_URL;
      delete process.env[DATA_PLANE];
      await aws.stop();
    },
  };
}
