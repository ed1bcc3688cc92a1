import type {
  CreateDistributionResult,
  GetDistributionConfigResult,
  GetDistributionResult,
  ListDistributionsResult,
  ListTagsForResourceResult,
} from '@aws-sdk/client-cloudfront';
import { advance } from '../../src/world/advance';
import {
  aliases,
  ask,
  emptyCloud,
  existing,
  messageOf,
  outcome,
  smallConfig,
  sourceAccount,
  startedAt,
  targetAccount,
  told,
  update,
} from './cloud';

describe('CreateDistribution', () => {
  const create = (config = smallConfig(), account = sourceAccount, world = emptyCloud()) =>
    ask(world, 'CreateDistribution', { DistributionConfig: config }, account);

  test('answers id, domain name, ETag and Location in their forms, InProgress', () => {
    const { Distribution, ETag, Location } = told<CreateDistributionResult>(create());
    expect(Distribution).toMatchObject({
      Id: expect.stringMatching(/^E[A-Z0-9]{13}$/),
      DomainName: expect.stringMatching(/^d[a-z0-9]{13}\.cloudfront\.net$/),
      Status: 'InProgress',
      ARN: `arn:aws:cloudfront::${sourceAccount}:distribution/${Distribution?.Id}`,
    });
    expect(ETag).toMatch(/^E[A-Z0-9]{13}$/);
    expect(Location).toBe(`https://cloudfront.amazonaws.com/2020-05-31/distribution/${Distribution?.Id}`);
  });

  test("reads back what was not said with CloudFront's defaults", () => {
    const config = told<CreateDistributionResult>(create()).Distribution?.DistributionConfig;
    expect(config).toMatchObject({
      Aliases: { Quantity: 0 },
      PriceClass: 'PriceClass_All',
      HttpVersion: 'http2',
      Restrictions: { GeoRestriction: { RestrictionType: 'none', Quantity: 0 } },
      ViewerCertificate: {
        CloudFrontDefaultCertificate: true,
        SSLSupportMethod: 'vip',
        MinimumProtocolVersion: 'TLSv1',
        CertificateSource: 'cloudfront',
      },
    });
    expect(config?.DefaultCacheBehavior?.AllowedMethods?.Items).toEqual(['HEAD', 'GET']);
    expect(config?.Origins?.Items?.[0]?.CustomOriginConfig?.OriginReadTimeout).toBe(30);
  });

  test('takes a caller reference once per account, even for the same configuration', () => {
    const world = emptyCloud();
    const { Distribution } = told<CreateDistributionResult>(create(smallConfig(), sourceAccount, world));
    const again = create(smallConfig(), sourceAccount, world);
    expect(outcome(again)).toBe('DistributionAlreadyExists 409');
    expect(messageOf(again)).toContain(`Already exists: ${Distribution?.Id}`);
    expect(outcome(create(smallConfig(), targetAccount, world))).toBe('ok');
  });

  const broken: [string, object | undefined, string][] = [
    ['nothing at all', undefined, 'MissingBody 400'],
    ['no Comment', { ...smallConfig(), Comment: undefined }, 'InvalidArgument 400'],
    ['no origin', smallConfig({ Origins: { Quantity: 0, Items: [] } }), 'InvalidArgument 400'],
    [
      'a behaviour that names an origin that is not there',
      smallConfig({ DefaultCacheBehavior: { TargetOriginId: 'other', ViewerProtocolPolicy: 'allow-all' } }),
      'NoSuchOrigin 404',
    ],
    ['a staging distribution, which is not modelled', smallConfig({ Staging: true }), 'NotImplemented 400'],
    [
      'a certificate of the IAM store, which is not modelled',
      smallConfig({ ViewerCertificate: { IAMCertificateId: 'ASCA' } }),
      'NotImplemented 400',
    ],
  ];
  test.each(broken)('refuses %s', (_sentence, DistributionConfig, expected) => {
    expect(outcome(ask(emptyCloud(), 'CreateDistribution', { DistributionConfig }))).toBe(expected);
  });
});

describe('the policies that a behaviour names', () => {
  const naming = (reference: object) =>
    smallConfig({
      DefaultCacheBehavior: { TargetOriginId: 'origin', ViewerProtocolPolicy: 'allow-all', ...reference },
    });
  const cases: [string, object, string][] = [
    [
      'CachingDisabled and AllViewer exist in every account',
      {
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        OriginRequestPolicyId: '216adef6-5c7f-47e4-b989-5492eafa07d3',
        ResponseHeadersPolicyId: '67f7725c-6f97-4210-82d7-5512b31e9d03',
      },
      'ok',
    ],
    ['an unknown cache policy', { CachePolicyId: 'none' }, 'NoSuchCachePolicy 404'],
    ['an unknown origin request policy', { OriginRequestPolicyId: 'none' }, 'NoSuchOriginRequestPolicy 404'],
    [
      'an unknown response headers policy',
      { ResponseHeadersPolicyId: 'none' },
      'NoSuchResponseHeadersPolicy 404',
    ],
  ];
  test.each(cases)('%s', (_sentence, reference, expected) => {
    expect(outcome(ask(emptyCloud(), 'CreateDistribution', { DistributionConfig: naming(reference) }))).toBe(
      expected,
    );
  });

  test('are not asked again when a pasted distribution names one that nobody brought along', () => {
    const world = emptyCloud();
    const pasted = existing(world, { id: 'ESOURCE', config: naming({ CachePolicyId: 'custom' }) });
    expect(outcome(update(world, pasted, { Comment: 'changed' }))).toBe('ok');
  });
});

describe('UpdateDistribution', () => {
  const there = () => {
    const world = emptyCloud();
    return { world, source: existing(world, { id: 'ESOURCE', aliases: ['a.example.com'] }) };
  };

  const matches: [string, (etag: string) => string | undefined, string][] = [
    ['the ETag of this version', (etag) => etag, 'ok'],
    ['no ETag', () => '', 'InvalidIfMatchVersion 400'],
    ['something that is no ETag', () => 'W/"abc"', 'InvalidIfMatchVersion 400'],
    ['the ETag of another version', () => 'E2QWRUHAPOMQZL', 'PreconditionFailed 412'],
  ];
  test.each(matches)('If-Match with %s', (_sentence, ifMatch, expected) => {
    const { world, source } = there();
    expect(outcome(update(world, source, { Comment: 'changed' }, ifMatch(source.etag)))).toBe(expected);
  });

  test('gives a new ETag per write, and the old one is stale from then on', () => {
    const { world, source } = there();
    const first = source.etag;
    update(world, source, { Comment: 'once' });
    expect(source.etag).not.toBe(first);
    expect(outcome(update(world, source, { Comment: 'twice' }, first))).toBe('PreconditionFailed 412');
  });

  test('replaces the whole configuration and merges nothing', () => {
    const { world, source } = there();
    update(world, source, { DefaultRootObject: 'index.html' });
    update(world, source, { DefaultRootObject: undefined, IsIPV6Enabled: undefined });
    expect(source.config).toMatchObject({ DefaultRootObject: '', IsIPV6Enabled: false });
  });

  test.each(['Aliases', 'PriceClass', 'ViewerCertificate', 'Restrictions', 'HttpVersion'])(
    'refuses to guess a missing %s',
    (member) => {
      const { world, source } = there();
      const answered = update(world, source, { [member]: undefined });
      expect(outcome(answered)).toBe('IllegalUpdate 400');
      expect(messageOf(answered)).toBe(`${member} is required for updates`);
    },
  );

  test('keeps the caller reference for ever', () => {
    const { world, source } = there();
    expect(outcome(update(world, source, { CallerReference: 'another' }))).toBe('IllegalUpdate 400');
  });

  test('knows distributions of the own account only', () => {
    const { world, source } = there();
    const stranger = { Id: source.id, IfMatch: source.etag, DistributionConfig: source.config };
    expect(outcome(ask(world, 'UpdateDistribution', stranger, targetAccount))).toBe('NoSuchDistribution 404');
    expect(outcome(ask(world, 'GetDistribution', { Id: source.id }, targetAccount))).toBe(
      'NoSuchDistribution 404',
    );
  });

  test('does not let the caller of a Get change the world through the answer', () => {
    const { world, source } = there();
    const { DistributionConfig } = told<GetDistributionConfigResult>(
      ask(world, 'GetDistributionConfig', { Id: source.id }),
    );
    expect(() => DistributionConfig!.Aliases!.Items!.push('b.example.com')).toThrow(TypeError);
  });
});

describe('DeleteDistribution', () => {
  const remove = (world = emptyCloud(), id = 'ESOURCE', ifMatch?: string) =>
    ask(world, 'DeleteDistribution', { Id: id, IfMatch: ifMatch ?? world.distributions.get(id)?.etag });

  test('wants it disabled, and that deployed', () => {
    const world = emptyCloud();
    const source = existing(world, { id: 'ESOURCE', aliases: ['a.example.com'] });
    expect(outcome(remove(world))).toBe('DistributionNotDisabled 409');
    update(world, source, { Enabled: false });
    expect(outcome(remove(world))).toBe('DistributionNotDisabled 409');
    advance(world, startedAt + 400_000);
    expect(outcome(remove(world, 'ESOURCE', 'E2QWRUHAPOMQZL'))).toBe('PreconditionFailed 412');
    expect(outcome(remove(world))).toBe('ok');
    expect(outcome(remove(world))).toBe('NoSuchDistribution 404');
    expect(world.ownerHistory.at(-1)).toMatchObject({ alias: 'a.example.com', distributionId: undefined });
    advance(world, startedAt + 500_000);
    expect(world.edges.some((edge) => edge.serving.has('ESOURCE'))).toBe(false);
  });
});

describe('ListDistributions', () => {
  test("pages through the account's own, and nobody else's", () => {
    const world = emptyCloud();
    for (const id of ['E1', 'E2', 'E3']) existing(world, { id });
    existing(world, { account: targetAccount, id: 'E4' });
    const list = (query: object) =>
      told<ListDistributionsResult>(ask(world, 'ListDistributions', query)).DistributionList!;
    const first = list({ MaxItems: 2 });
    expect(first).toMatchObject({ Quantity: 2, IsTruncated: true, NextMarker: 'E2', MaxItems: 2 });
    const second = list({ MaxItems: '2', Marker: first.NextMarker });
    expect(second.Items?.map(({ Id }) => Id)).toEqual(['E3']);
    expect(second).toMatchObject({ IsTruncated: false, Quantity: 1 });
  });

  test.each([{ MaxItems: 0 }, { MaxItems: 'many' }, { Marker: 'nobody' }])('refuses %j', (query) => {
    expect(outcome(ask(emptyCloud(), 'ListDistributions', query))).toBe('InvalidArgument 400');
  });
});

describe('tags', () => {
  const tagsOf = (world: ReturnType<typeof emptyCloud>, arn: string) =>
    told<ListTagsForResourceResult>(ask(world, 'ListTagsForResource', { Resource: arn })).Tags?.Items;

  test('come with CreateDistributionWithTags, are set by key, and go by key', () => {
    const world = emptyCloud();
    const { Distribution } = told<CreateDistributionResult>(
      ask(world, 'CreateDistributionWithTags', {
        DistributionConfigWithTags: {
          DistributionConfig: smallConfig(),
          Tags: { Items: [{ Key: 'team', Value: 'web' }] },
        },
      }),
    );
    const arn = Distribution!.ARN!;
    const more = [
      { Key: 'team', Value: 'platform' },
      { Key: 'stage', Value: 'live' },
    ];
    ask(world, 'TagResource', { Resource: arn, Tags: { Items: more } });
    expect(tagsOf(world, arn)).toEqual(more);
    ask(world, 'UntagResource', { Resource: arn, TagKeys: { Items: ['team', 'never there'] } });
    expect(tagsOf(world, arn)).toEqual([more[1]]);
  });

  test('refuse reserved keys and unknown resources', () => {
    const world = emptyCloud();
    const { arn } = existing(world, { id: 'ESOURCE' });
    const tag = (Resource: string, Key: string) =>
      outcome(ask(world, 'TagResource', { Resource, Tags: { Items: [{ Key, Value: '' }] } }));
    expect(tag(arn, 'aws:owner')).toBe('InvalidTagging 400');
    expect(tag(`${arn}X`, 'owner')).toBe('NoSuchResource 404');
  });
});

test('GetDistribution says Deployed only when every edge has the newest configuration', () => {
  const world = emptyCloud();
  const source = existing(world, { id: 'ESOURCE', aliases: ['a.example.com', 'b.example.com'] });
  const status = () =>
    told<GetDistributionResult>(ask(world, 'GetDistribution', { Id: 'ESOURCE' })).Distribution?.Status;
  expect(status()).toBe('Deployed');
  update(world, source, { Aliases: aliases('a.example.com') });
  expect(status()).toBe('InProgress');
  advance(world, source.deployedAt - 1);
  expect(status()).toBe('InProgress');
  advance(world, source.deployedAt);
  expect(status()).toBe('Deployed');
});
