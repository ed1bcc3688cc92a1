import {
  advance,
  answer,
  copyOf,
  createWorld,
  nextChangeAt,
  seedDistribution,
  seedHostedZone,
  type World,
} from '../../src';

const ACCOUNT = '111122223333';
const small = (): World => {
  const world = createWorld({ seed: '1', startedAt: 0 });
  seedHostedZone(world, { accountId: ACCOUNT, id: 'Z1', name: 'example.com', records: [] });
  seedDistribution(world, {
    accountId: ACCOUNT,
    id: 'E1111111EXAMPL',
    config: {
      CallerReference: 'one',
      Comment: 'before',
      Enabled: true,
      Origins: {
        Quantity: 1,
        Items: [{ Id: 'o', DomainName: 'o.example.net', S3OriginConfig: { OriginAccessIdentity: '' } }],
      },
      DefaultCacheBehavior: {
        TargetOriginId: 'o',
        ViewerProtocolPolicy: 'https-only',
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      },
    },
  });
  return world;
};

const call = (world: World, service: 'cloudfront' | 'route53' | 'ssm', operation: string, input: object) => {
  const heard = answer(world, {
    service,
    operation,
    input,
    caller: { accountId: ACCOUNT, region: 'us-east-1' },
    actor: 'test',
    into: 0,
  });
  expect(heard).toMatchObject({ kind: 'output' });
};

/** An update on its way to the edges, a record not published yet, a parameter. */
function change(world: World): void {
  const { config, etag } = world.distributions.get('E1111111EXAMPL')!;
  const DistributionConfig = { ...config, Comment: 'after' };
  call(world, 'cloudfront', 'UpdateDistribution', {
    Id: 'E1111111EXAMPL',
    IfMatch: etag,
    DistributionConfig,
  });
  const ResourceRecordSet = {
    Name: 'a.example.com.',
    Type: 'TXT',
    TTL: 60,
    ResourceRecords: [{ Value: '"x"' }],
  };
  const ChangeBatch = { Changes: [{ Action: 'UPSERT', ResourceRecordSet }] };
  call(world, 'route53', 'ChangeResourceRecordSets', { HostedZoneId: 'Z1', ChangeBatch });
  call(world, 'ssm', 'PutParameter', { Name: '/a', Value: 'x', Type: 'String' });
}

function untilAtRest(world: World): void {
  for (let at = nextChangeAt(world); at !== undefined; at = nextChangeAt(world)) advance(world, at);
}

test('what happens in a copy is not seen in the original', () => {
  const world = small();
  const untouched = small();
  const copy = copyOf(world);
  change(copy);
  untilAtRest(copy);
  expect({ ...world, chance: undefined }).toEqual({ ...untouched, chance: undefined });
});

test('a copy goes on as the original does, changes on their way included', () => {
  const world = small();
  change(world);
  const copy = copyOf(world);
  for (const each of [world, copy]) {
    untilAtRest(each);
    call(each, 'cloudfront', 'GetDistribution', { Id: 'E1111111EXAMPL' });
  }
  expect(copy).toEqual(world);
});
