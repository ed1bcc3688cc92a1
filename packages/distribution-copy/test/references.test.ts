import { referencesIn } from '../src';
import { referenceKinds } from '../src/references/kinds';
import { sourceConfig } from './fixtures';

const found = referencesIn(sourceConfig());

test.each(referenceKinds.filter(({ name }) => name !== 'iamCertificates'))(
  'a $title is found',
  ({ name }) => {
    expect(found.filter(({ kind }) => kind.name === name)).not.toEqual([]);
  },
);

test('a reference is listed once, with every place that has it', () => {
  const config = sourceConfig();
  const behaviours = config.CacheBehaviors as { Items: Record<string, unknown>[] };
  behaviours.Items[0]!.CachePolicyId = '11111111-aaaa-4bbb-8ccc-000000000001';
  const [policy, ...others] = referencesIn(config).filter(({ kind }) => kind.name === 'cachePolicies');
  expect(others).toEqual([]);
  expect(policy?.paths).toEqual([
    'DefaultCacheBehavior.CachePolicyId',
    'CacheBehaviors.Items[0].CachePolicyId',
  ]);
});

test.each([
  ['a policy that AWS keeps in every account', '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'],
  ['empty text, which stands for none', ''],
])('%s is no reference', (_, CachePolicyId) => {
  const config = { DefaultCacheBehavior: { CachePolicyId } };
  expect(referencesIn(config)).toEqual([]);
});
