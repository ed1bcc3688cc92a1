import { bindingOf, membersOf, serviceModels } from '../../src/wire/schemas';
import { operations } from '../../src/world/operations';
import { ask, emptyCloud, existing, messageOf, outcome } from '../world/cloud';

const model = serviceModels.get('cloudfront')!;
const prefix = '/2020-05-31';

describe('how CloudFront’s operations travel in HTTP [documented]', () => {
  const bindings: [name: string, method: string, uri: string, status: number][] = [
    ['GetDistribution', 'GET', '/distribution/{Id}', 200],
    ['GetDistributionConfig', 'GET', '/distribution/{Id}/config', 200],
    ['UpdateDistribution', 'PUT', '/distribution/{Id}/config', 200],
    ['CreateDistribution', 'POST', '/distribution', 201],
    ['CreateDistributionWithTags', 'POST', '/distribution?WithTags', 201],
    ['DeleteDistribution', 'DELETE', '/distribution/{Id}', 204],
    ['ListDistributions', 'GET', '/distribution', 200],
    ['AssociateAlias', 'PUT', '/distribution/{TargetDistributionId}/associate-alias', 200],
    ['ListConflictingAliases', 'GET', '/conflicting-alias', 200],
    ['ListDomainConflicts', 'POST', '/domain-conflicts', 200],
    ['UpdateDomainAssociation', 'POST', '/domain-association', 200],
    ['CreateInvalidation', 'POST', '/distribution/{DistributionId}/invalidation', 201],
  ];
  test.each(bindings)('%s is %s %s, answered with %d', (name, method, uri, status) => {
    expect(model.operations.get(name)?.http).toEqual({ method, uri: prefix + uri, status });
    expect(operations.has(`cloudfront.${name}`)).toBe(true);
  });

  const boundTo = (place: string, name: string): string[] =>
    bindings
      .map(([operation]) => operation)
      .filter((operation) =>
        membersOf(model.operations.get(operation)!.input).some(([member, shape]) => {
          const binding = bindingOf(member, shape);
          return binding.place === place && binding.name === name;
        }),
      );

  test('If-Match goes with updates, deletions and UpdateDomainAssociation, never with AssociateAlias [documented]', () => {
    expect(boundTo('header', 'If-Match')).toEqual([
      'UpdateDistribution',
      'DeleteDistribution',
      'UpdateDomainAssociation',
    ]);
  });

  test('the two older operations on aliases take the name in the query [documented]', () => {
    expect(boundTo('query', 'Alias')).toEqual(['AssociateAlias', 'ListConflictingAliases']);
  });

  test('AssociateAlias answers nothing but 200 [documented]', () => {
    expect(membersOf(model.operations.get('AssociateAlias')!.output)).toEqual([]);
  });

  test('MaxItems of ListDistributions is text in the model, a number in ListConflictingAliases [documented]', () => {
    const maxItems = (name: string) =>
      membersOf(model.operations.get(name)!.input).find(([member]) => member === 'MaxItems')![1];
    // The SDK’s own schema calls the first a number: it reads the text.
    expect(maxItems('ListConflictingAliases').isNumericSchema()).toBe(true);
    const world = emptyCloud();
    existing(world, { id: 'E1' });
    expect(outcome(ask(world, 'ListDistributions', { MaxItems: '1' }))).toBe('ok');
  });
});

describe('what is not modelled is refused by name, with a status that nobody retries', () => {
  test.each([
    ['CopyDistribution', 'makes a staging distribution in the same account only [documented]'],
    ['UpdateDistributionWithStagingConfig', 'leaves the primary its aliases [documented]'],
    ['VerifyDnsConfiguration', 'is for distribution tenants only [documented]'],
    ['UpdateDistributionTenant', 'is for distribution tenants only [documented]'],
    ['UpdateConnectionGroup', 'is for distribution tenants only [documented]'],
  ])('%s, which %s', (name) => {
    const answered = ask(emptyCloud(), name, {});
    expect(outcome(answered)).toBe('NotImplemented 400');
    expect(messageOf(answered)).toContain(`cloudfront.${name}`);
  });
});
