import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  answer,
  type LocalAws,
  seedCertificate,
  seedDistribution,
  seedHostedZone,
  startLocalAws,
} from '@cutover/local-aws';
import type { WatchSummary } from '../src/watch/summary';
import { buildCutover, cutoverBin } from './built';

const accountId = '111122223333';
const arn = `arn:aws:acm:us-east-1:${accountId}:certificate/1`;
/** So much faster than the wall: what takes edges 18 s is over in one. */
const pace = 20;

let aws: LocalAws;

beforeAll(buildCutover, 60_000);

beforeEach(async () => {
  const startedAt = Date.now();
  aws = await startLocalAws({
    seed: 'watch',
    startedAt,
    wallClock: () => startedAt + (Date.now() - startedAt) * pace,
    accounts: [{ id: accountId, name: 'site' }],
    origins: ['source', 'target'].map((side) => ({
      domainName: `${side}.example.net`,
      rules: [{ headers: { 'x-side': side } }],
    })),
  });
  seedCertificate(aws.world, { accountId, arn, names: ['a.example.com'] });
  seedDistribution(aws.world, distribution('E1SOURCE', 'source', ['a.example.com']));
  seedDistribution(aws.world, distribution('E2TARGET', 'target', []));
  seedHostedZone(aws.world, {
    accountId,
    id: 'Z1',
    name: 'example.com',
    records: [
      {
        Name: 'a.example.com.',
        Type: 'CNAME',
        TTL: 60,
        ResourceRecords: [{ Value: 'e1source.cloudfront.net' }],
      },
    ],
  });
});

afterEach(() => aws.stop());

const distribution = (id: string, side: string, names: string[]) => ({
  accountId,
  id,
  domainName: `${id.toLowerCase()}.cloudfront.net`,
  config: {
    CallerReference: id,
    Comment: '',
    Enabled: true,
    Aliases: { Quantity: names.length, Items: names },
    Origins: {
      Quantity: 1,
      Items: [
        {
          Id: 'main',
          DomainName: `${side}.example.net`,
          CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: 'https-only' as const },
        },
      ],
    },
    DefaultCacheBehavior: {
      TargetOriginId: 'main',
      ViewerProtocolPolicy: 'redirect-to-https' as const,
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    },
    ViewerCertificate: {
      ACMCertificateArn: arn,
      SSLSupportMethod: 'sni-only' as const,
      MinimumProtocolVersion: 'TLSv1.2_2021' as const,
    },
  },
});

function call(operation: string, input: object): Record<string, unknown> {
  const caller = { accountId, region: 'us-east-1' };
  const said = answer(aws.world, { service: 'cloudfront', operation, input, caller, actor: 'test', into: 0 });
  if (said.kind !== 'output') throw new Error(JSON.stringify(said));
  return said.output as Record<string, unknown>;
}

/** Watches for some seconds in a shell of the local AWS, and does something after the first two. */
async function watching(then: () => void): Promise<{ code: number | null; summary: WatchSummary }> {
  const words = ['watch', 'a.example.com', '--who', 'x-side', '--every', '0.1', '--for', '6', '--json'];
  const child = spawn(process.execPath, [cutoverBin, ...words], {
    env: { PATH: process.env.PATH, ...aws.environment() },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  const begun = new Promise<void>((resolve) =>
    child.stdout.on('data', (data) => {
      out += data;
      resolve();
    }),
  );
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  await begun;
  await sleep(1000);
  try {
    then();
  } catch (error) {
    child.kill();
    throw error;
  }
  const code = await ended;
  return { code, summary: JSON.parse(out.trim().split('\n').at(-1) ?? '') };
}

test('a move in one step is seen as a change of sides without a gap', async () => {
  const { code, summary } = await watching(() =>
    call('UpdateDomainAssociation', {
      Domain: 'a.example.com',
      TargetResource: { DistributionId: 'E2TARGET' },
    }),
  );
  expect(code).toBe(0);
  expect(summary).toMatchObject({
    verdict: 'NO GAP',
    failed: 0,
    finalWho: { 'https://a.example.com/': 'target' },
  });
  expect(summary.switches).toContainEqual(expect.objectContaining({ from: 'source', to: 'target' }));
}, 30_000);

test('a name that is given up is a gap, with the reason and exit code 1', async () => {
  const { code, summary } = await watching(() => {
    const { DistributionConfig, ETag } = call('GetDistributionConfig', { Id: 'E1SOURCE' });
    const config = { ...(DistributionConfig as object), Aliases: { Quantity: 0 } };
    call('UpdateDistribution', { Id: 'E1SOURCE', IfMatch: ETag, DistributionConfig: config });
  });
  expect(code).toBe(1);
  expect(summary).toMatchObject({ verdict: 'GAP' });
  expect(summary.longestGapMs).toBeGreaterThan(500);
  expect(summary.failures[0]?.reason).toMatch(/^TLS: the certificate is not for this name|^403/);
}, 30_000);
