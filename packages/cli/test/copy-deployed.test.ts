import { copyDistribution, type JsonObject, readMap, templateText } from '@cutover/distribution-copy';
import { chanceOf } from '@cutover/ground';
import {
  advance,
  answer,
  createStack,
  createWorld,
  nextChangeAt,
  seedCertificate,
  startCloudFormation,
  timelineOf,
  type World,
} from '@cutover/local-aws';
import { source, taken } from '../../distribution-copy/test/fixtures';

const accountId = '310123456789';
const certificate = `arn:aws:acm:us-east-1:${accountId}:certificate/1`;

/** What the local stack driver has no type or no account for is left out of the copy. */
const map = `
certificates: { 'arn:aws:acm:us-east-1:111122223333:certificate/source': '${certificate}' }
lambdaFunctions: { 'arn:aws:lambda:us-east-1:111122223333:function:check:8': drop }
signers: { '444455556666': drop }
fieldLevelEncryptions: { SOURCEFLE: drop }
realtimeLogs: { 'arn:aws:cloudfront::111122223333:realtime-log-config/live': drop }
webAcls: { 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/shop/1111': drop }
logBuckets: { source-logs.s3.amazonaws.com: drop }
originClientCertificates: { 'arn:aws:acm:us-east-1:111122223333:certificate/client': drop }
trustStores: { ts_source: drop }
connectionFunctions: { cf_source: drop }
anycastIpLists: { source-anycast: drop }
continuousDeployments: { source-continuous: drop }
`;

/** The source without its VPC origin, which nothing here can stand in for. */
function sourceWithoutVpc(): JsonObject {
  const document = JSON.parse(JSON.stringify(source()));
  const { Origins } = document.DistributionConfig;
  Origins.Items = Origins.Items.filter((origin: object) => !('VpcOriginConfig' in origin));
  Origins.Quantity = Origins.Items.length;
  return document;
}

async function deployed(template: string): Promise<World> {
  const world = createWorld({
    seed: 'copy',
    startedAt: Date.UTC(2026, 0, 1),
    accounts: [{ id: accountId, name: 'target' }],
  });
  seedCertificate(world, { accountId, arn: certificate, names: ['*.example.com'] });
  const clock = { nextChangeAt: () => nextChangeAt(world), advanceTo: (at: number) => advance(world, at) };
  const timeline = timelineOf(world.now, clock, (actor) => chanceOf('copy').unit(actor, 'tie', 0));
  const cloudFormation = startCloudFormation({ world, timeline, answer });
  const ending = createStack(cloudFormation, {
    accountId,
    region: 'us-east-1',
    name: 'copy',
    file: 'copy.yml',
    template,
    parameters: { OriginHeader3A: 'battery-staple' },
  });
  await Promise.race([timeline.run(), ending]);
  const stack = await ending;
  expect({ status: stack.status, reason: stack.statusReason }).toEqual({
    status: 'CREATE_COMPLETE',
    reason: undefined,
  });
  return world;
}

test('a copy that is deployed in another account reads back as the source, without its names', async () => {
  const document = sourceWithoutVpc();
  const copy = copyDistribution({ document, map: readMap(map), definitions: taken() });
  if (copy.kind === 'unmapped') throw new Error(copy.references.map(({ value }) => value).join(', '));
  const world = await deployed(templateText(copy.template));

  const [made] = [...world.distributions.values()];
  const config = made!.config;
  const before = document.DistributionConfig as Record<string, JsonObject>;
  expect(config.Aliases?.Quantity).toBe(0);
  expect(config.ViewerCertificate?.ACMCertificateArn).toBe(certificate);
  const same = ['Comment', 'DefaultRootObject', 'HttpVersion', 'PriceClass', 'Restrictions', 'IsIPV6Enabled'];
  for (const member of [...same, 'OriginGroups', 'CustomErrorResponses'])
    expect(config).toMatchObject({ [member]: before[member] });

  const origins = config.Origins?.Items ?? [];
  expect(origins.map(({ Id, DomainName, OriginPath }) => [Id, DomainName, OriginPath])).toEqual([
    ['site', 'site-assets.s3.eu-west-1.amazonaws.com', ''],
    ['old', 'old-assets.s3.amazonaws.com', '/v1'],
    ['api', 'api.internal.example.com', ''],
  ]);
  expect(origins[2]?.CustomHeaders?.Items).toEqual([
    { HeaderName: 'x-origin-verify', HeaderValue: 'battery-staple' },
  ]);
});

test('what the source refers to is made anew, and the copy refers to that', async () => {
  const copy = copyDistribution({
    document: sourceWithoutVpc(),
    map: readMap(map),
    definitions: taken(),
  });
  const world = await deployed(copy.kind === 'template' ? templateText(copy.template) : '');
  const [made] = [...world.distributions.values()];
  const behaviour = made!.config.DefaultCacheBehavior!;
  const read = (operation: string, input: object) => {
    const caller = { accountId, region: 'us-east-1' };
    const said = answer(world, { service: 'cloudfront', operation, input, caller, actor: 'test', into: 0 });
    if (said.kind !== 'output') throw new Error(JSON.stringify(said));
    return said.output;
  };
  expect(read('GetCachePolicy', { Id: behaviour.CachePolicyId })).toMatchObject({
    CachePolicy: { CachePolicyConfig: { Name: 'shop-pages', DefaultTTL: 300 } },
  });
  expect(behaviour.FunctionAssociations?.Items?.[0]?.FunctionARN).toBe(
    `arn:aws:cloudfront::${accountId}:function/add-index`,
  );
  expect(read('DescribeFunction', { Name: 'add-index', Stage: 'LIVE' })).toMatchObject({
    FunctionSummary: { FunctionConfig: { KeyValueStoreAssociations: { Quantity: 1 } } },
  });
});
