import { DistributionConfig$ } from '@aws-sdk/client-cloudfront';
import { NormalizedSchema } from '@smithy/core/schema';
import type { Json, JsonObject } from '../src';
import { distributionConfig } from '../src/template/distribution';

/** One of everything that the API's model has below this shape. */
function filled(shape: NormalizedSchema): Json {
  if (shape.isStructSchema())
    return Object.fromEntries([...shape.structIterator()].map(([name, member]) => [name, filled(member)]));
  if (shape.isListSchema()) return [filled(shape.getValueSchema())];
  if (shape.isBooleanSchema()) return true;
  return shape.isNumericSchema() ? 1 : 'x';
}

const everything = filled(NormalizedSchema.of(DistributionConfig$)) as JsonObject;

test('every member of the API has its place in a template, tenants excepted', () => {
  const unknown: string[] = [];
  distributionConfig(everything, '', unknown);
  expect(unknown).toEqual(['TenantConfig']);
});

test('a member that nobody knows yet is told by its path, wherever it is', () => {
  const unknown: string[] = [];
  const config = {
    Novelty: { Enabled: true },
    Origins: { Quantity: 1, Items: [{ Id: 'site', Novelty: 'x' }] },
  };
  distributionConfig(config, '', unknown);
  expect(unknown).toEqual(['Novelty', 'Origins.Items[0].Novelty']);
});
