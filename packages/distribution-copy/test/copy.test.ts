import { parse } from 'yaml';
import {
  type Copy,
  CopyProblem,
  copyDistribution,
  definitionIn,
  type JsonObject,
  readMap,
  templateText,
} from '../src';
import { referenceKinds } from '../src/references/kinds';
import { source, taken, takenFile } from './fixtures';

const empty = readMap('');
const unmappedOf = (copy: Copy) => (copy.kind === 'unmapped' ? copy.references : []);

/** Fills a value in behind every place that a map asks for. */
const filledIn = (asking: string, value = 'there') => asking.replaceAll(/: ""$/gm, `: ${value}`);

function templateOf(map: string, document: JsonObject = source(), definitions = taken()): JsonObject {
  const copy = copyDistribution({ document, map: readMap(map), definitions });
  if (copy.kind === 'unmapped')
    throw new Error(`not mapped: ${copy.references.map(({ value }) => value).join(', ')}`);
  return copy.template;
}

const whole = (definitions = taken()): string => {
  const copy = copyDistribution({ document: source(), map: empty, definitions });
  return filledIn(empty.asking(unmappedOf(copy)));
};

interface Template {
  Parameters?: Record<string, JsonObject>;
  Resources: Record<string, { Type: string; Properties: JsonObject }>;
}
const parts = (template: JsonObject) => template as unknown as Template;
const configOf = (template: JsonObject) =>
  parts(template).Resources.Distribution!.Properties.DistributionConfig as Record<string, JsonObject>;

describe('while something is not mapped', () => {
  test('there is no template: each is listed with its places', () => {
    const references = unmappedOf(copyDistribution({ document: source(), map: empty, definitions: [] }));
    // One of each kind; a distribution has its certificate from ACM or from IAM, not from both.
    expect(references).toHaveLength(referenceKinds.length - 1);
    expect(references.every(({ paths }) => paths.length > 0)).toBe(true);
  });

  test('the map asks for each, and filled in it is complete', () => {
    const first = unmappedOf(copyDistribution({ document: source(), map: empty, definitions: [] }));
    const map = readMap(filledIn(empty.asking(first)));
    expect(copyDistribution({ document: source(), map, definitions: [] }).kind).toBe('template');
  });

  test('what a person wrote into the map stays, comments too', () => {
    const text = '# ours\ncachePolicies:\n  # the old one\n  one: other\n';
    const [reference] = unmappedOf(copyDistribution({ document: source(), map: empty, definitions: [] }));
    const asked = readMap(text).asking([reference!]);
    expect(asked).toContain(text.trim());
    expect(asked).toContain(`${reference!.value}: ""`);
    expect(readMap(asked).asking([reference!])).toBe(asked);
  });
});

describe('the copy', () => {
  test('has no names and no caller reference', () => {
    const config = configOf(templateOf(whole()));
    expect(config).not.toHaveProperty('Aliases');
    expect(config).not.toHaveProperty('CallerReference');
  });

  test('names nothing of the account of the source', () => {
    const text = templateText(templateOf(whole([]), source(), []));
    expect(text).not.toContain('111122223333');
    expect(text).not.toMatch(/SOURCE|source-/);
  });

  test.each([
    ['keep leaves a reference as it is', 'keep', 'vo_source'],
    ['another id takes its place', 'vo_there', 'vo_there'],
  ])('%s', (_, written, expected) => {
    const map = whole().replace('vo_source: there', `vo_source: ${written}`);
    const { Origins } = configOf(templateOf(map)) as unknown as { Origins: JsonObject[] };
    expect(Origins[3]!.VpcOriginConfig).toMatchObject({ VpcOriginId: expected });
  });

  test('drop: a member goes alone, and what stands beside it stays', () => {
    const map = whole([]).replace('E2SOURCEIDENTITY: there', 'E2SOURCEIDENTITY: drop');
    const { Origins } = configOf(templateOf(map, source(), [])) as unknown as { Origins: JsonObject[] };
    expect(Origins[1]).toMatchObject({ DomainName: 'old-assets.s3.amazonaws.com', S3OriginConfig: {} });
  });

  test.each([
    [
      'a function goes with its association',
      'function:check:8',
      (config: JsonObject) => (config.CacheBehaviors as JsonObject[])[0]!.LambdaFunctionAssociations,
    ],
    [
      'a log bucket goes with the logging',
      'source-logs.s3.amazonaws.com',
      (config: JsonObject) => config.Logging,
    ],
    [
      'a trust store goes with the client certificates of viewers',
      'ts_source',
      (config: JsonObject) => config.ViewerMtlsConfig,
    ],
  ])('drop: %s', (_, value, at) => {
    const map = whole().replace(`${value}: there`, `${value}: drop`);
    expect(at(configOf(templateOf(map)))).toBeUndefined();
  });

  test("drop of the certificate leaves CloudFront's own", () => {
    const map = whole().replace('certificate/source: there', 'certificate/source: drop');
    expect(configOf(templateOf(map)).ViewerCertificate).toEqual({ CloudFrontDefaultCertificate: true });
  });

  test('what a behaviour cannot do without is not dropped', () => {
    const id = '11111111-aaaa-4bbb-8ccc-000000000001';
    expect(() => templateOf(`cachePolicies:\n  ${id}: drop\n`)).toThrow(/cannot be dropped/);
  });
});

describe('secrets', () => {
  test('the value of a header for an origin is a NoEcho parameter, and stands nowhere', () => {
    const template = templateOf(whole());
    expect(templateText(template)).not.toContain('correct-horse-battery');
    expect(parts(template).Parameters).toEqual({
      OriginHeader3A: expect.objectContaining({ Type: 'String', NoEcho: true }),
    });
    const { Origins } = configOf(template) as unknown as { Origins: JsonObject[] };
    expect(Origins[2]!.OriginCustomHeaders).toEqual([
      { HeaderName: 'x-origin-verify', HeaderValue: { Ref: 'OriginHeader3A' } },
    ]);
  });

  test('the map can say that it is none', () => {
    const template = templateOf(`${whole()}\noriginHeaders:\n  api/x-origin-verify: keep\n`);
    expect(parts(template).Parameters).toBeUndefined();
  });
});

describe('recreated from CLI output', () => {
  const { Resources } = parts(templateOf(whole()));

  test.each([
    ['CachePolicyShopPages', 'AWS::CloudFront::CachePolicy'],
    ['OriginRequestPolicyMembersApi', 'AWS::CloudFront::OriginRequestPolicy'],
    ['ResponseHeadersPolicyShopHeaders', 'AWS::CloudFront::ResponseHeadersPolicy'],
    ['OriginAccessControlShopBucket', 'AWS::CloudFront::OriginAccessControl'],
    ['OriginAccessIdentity', 'AWS::CloudFront::CloudFrontOriginAccessIdentity'],
    ['FunctionAddIndex', 'AWS::CloudFront::Function'],
    ['KeyValueStoreShopPaths', 'AWS::CloudFront::KeyValueStore'],
    ['KeyGroupMembers', 'AWS::CloudFront::KeyGroup'],
    ['PublicKeyMembers2024', 'AWS::CloudFront::PublicKey'],
  ])('%s is an %s', (logicalId, type) => {
    expect(Resources[logicalId]?.Type).toBe(type);
  });

  test('a function brings its code and names the store that is made with it', () => {
    expect(Resources.FunctionAddIndex?.Properties).toMatchObject({
      AutoPublish: true,
      FunctionCode: expect.stringContaining('function handler(event)'),
      FunctionConfig: {
        KeyValueStoreAssociations: [
          { KeyValueStoreARN: { 'Fn::GetAtt': ['KeyValueStoreShopPaths', 'Arn'] } },
        ],
      },
    });
  });

  test('a key group without its public key asks for the key', () => {
    const definitions = [definitionIn(takenFile('key-group.json'), () => undefined)];
    const copy = copyDistribution({ document: source(), map: empty, definitions });
    expect(unmappedOf(copy)).toContainEqual(
      expect.objectContaining({ value: 'K1SOURCEKEY', paths: ['key group source-key-group'] }),
    );
  });

  test('what nothing names is not made', () => {
    const map = whole().concat('\ncachePolicies:\n  11111111-aaaa-4bbb-8ccc-000000000001: theirs\n');
    expect(parts(templateOf(map)).Resources).not.toHaveProperty('CachePolicyShopPages');
  });

  test('what cannot be carried is told', () => {
    const copy = copyDistribution({ document: source(), map: readMap(whole()), definitions: taken() });
    const notes = copy.kind === 'template' ? copy.notes.join('\n') : '';
    for (const word of ['shop-paths', 'Key-Pair-Id', 'site-assets.s3', 'tags']) expect(notes).toContain(word);
  });
});

test('the text is YAML with short functions, and code as it was', () => {
  const text = templateText(templateOf(whole()));
  expect(text).toContain('FunctionARN: !GetAtt FunctionAddIndex.FunctionARN');
  expect(text).toContain('CachePolicyId: !Ref CachePolicyShopPages');
  expect(text).toMatch(/FunctionCode: \|\n +function handler\(event\) \{\n/);
  const customTags = ['!Ref', '!GetAtt', '!Sub'].map((tag) => ({ tag, resolve: (each: string) => each }));
  expect(parse(text, { customTags })).toMatchObject({ Resources: { Distribution: {} } });
});

test.each([
  ['a document that is something else', { Items: [] }, /no DistributionConfig; give the whole output/],
  ['a staging distribution', { DistributionConfig: { Staging: true } }, /staging distribution/],
  ['a multi-tenant one', { DistributionConfig: { ConnectionMode: 'tenant-only' } }, /multi-tenant/],
  ['an unknown member', { DistributionConfig: { Novelty: 1 } }, /no place for in a template: Novelty/],
])('%s is refused', (_, document, message) => {
  const copying = () => copyDistribution({ document: document as JsonObject, map: empty, definitions: [] });
  expect(copying).toThrow(CopyProblem);
  expect(copying).toThrow(message);
});

test.each([
  ['an unknown section', 'cachePolices: {}', /has a section cachePolices, which is none of certificates, /],
  ['a list', '- a', /must have sections/],
  ['something under an id', 'cachePolicies:\n  a:\n    b: c', /cachePolicies\.a must be an id/],
  ['broken YAML', 'a: [', /is no YAML/],
])('a map with %s is refused', (_, text, message) => {
  expect(() => readMap(text)).toThrow(message);
});

test('a function without its code is refused with the command that fetches it', () => {
  expect(() => definitionIn(takenFile('function.json'), () => undefined)).toThrow(
    /get-function --name add-index --stage LIVE add-index.js/,
  );
});
