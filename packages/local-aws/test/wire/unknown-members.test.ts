import { readOpenXml, writeXml } from '../../src/wire/codecs';
import { serviceModels } from '../../src/wire/schemas';
import { openedByObject } from '../../src/wire/unknown-members';

const update = serviceModels.get('cloudfront')!.operations.get('UpdateDistribution')!;
const config = update.input.getMemberSchema('DistributionConfig');
const xmlns = 'http://cloudfront.amazonaws.com/doc/2020-05-31/';

const read = (inner: string): unknown =>
  readOpenXml(config, `<DistributionConfig xmlns="${xmlns}">${inner}</DistributionConfig>`);
const written = (value: unknown): string => {
  const [, inner] = /<DistributionConfig[^>]*>(.*)<\/DistributionConfig>/s.exec(
    String(writeXml(openedByObject(config, value), value, xmlns)),
  )!;
  return inner!;
};

describe('members that the model does not know are read and written again', () => {
  const documents: [string, string, object][] = [
    ['at the top', '<Comment>c</Comment><FuturePolicyId>p-1</FuturePolicyId>', { FuturePolicyId: 'p-1' }],
    [
      'nested in a known one',
      '<DefaultCacheBehavior><TargetOriginId>o</TargetOriginId><ResponseStreaming><Enabled>true</Enabled></ResponseStreaming></DefaultCacheBehavior>',
      { DefaultCacheBehavior: { TargetOriginId: 'o', ResponseStreaming: { Enabled: 'true' } } },
    ],
    [
      'in one of several items',
      '<Origins><Quantity>2</Quantity><Items><Origin><Id>a</Id></Origin><Origin><Id>b</Id><Future>1</Future></Origin></Items></Origins>',
      { Origins: { Quantity: 2, Items: [{ Id: 'a' }, { Id: 'b', Future: '1' }] } },
    ],
    [
      'with a list of their own',
      '<Future><Quantity>2</Quantity><Items><Name>a</Name><Name>b</Name></Items></Future>',
      { Future: { Quantity: '2', Items: { Name: ['a', 'b'] } } },
    ],
    ['that are empty', '<Future></Future>', { Future: '' }],
    ['with signs to escape', '<Future>a &amp; b &lt;c&gt;</Future>', { Future: 'a & b <c>' }],
  ];
  test.each(documents)('%s', (_sentence, xml, value) => {
    expect(read(xml)).toMatchObject(value);
    expect(written(read(xml))).toBe(xml);
  });

  test('as JSON of a newer AWS CLI has them, whose lists do not tell the name of an item', () => {
    expect(written({ Future: { Enabled: true, Quantity: 1, Items: ['a'] } })).toBe(
      '<Future><Enabled>true</Enabled><Quantity>1</Quantity><Items><member>a</member></Items></Future>',
    );
  });
});

test('a document without any is read by the model alone', () => {
  expect(openedByObject(config, { Comment: 'c', Aliases: { Quantity: 0 } })).toBe(config);
});
