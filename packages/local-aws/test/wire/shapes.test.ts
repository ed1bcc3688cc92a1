import { withoutEmptyItems } from '../../src/wire/empties';
import { readForm } from '../../src/wire/form';
import { missingMember } from '../../src/wire/required';
import { serviceModels } from '../../src/wire/schemas';

const inputOf = (service: string, operation: string) =>
  serviceModels.get(service)!.operations.get(operation)!.input;

describe('the model of AWS', () => {
  test.each([
    ['cloudfront', 'UpdateDomainAssociation'],
    ['route53', 'ChangeResourceRecordSets'],
    ['acm', 'ImportCertificate'],
    ['ssm', 'PutParameter'],
    ['sts', 'AssumeRole'],
  ])('has %s.%s', (service, operation) => {
    expect(serviceModels.get(service)?.operations.has(operation)).toBe(true);
  });
});

describe('a Query form', () => {
  const assumeRole = inputOf('sts', 'AssumeRole');
  const read = (text: string) => readForm(assumeRole, new URLSearchParams(text));

  test.each([
    ['scalars by their type', 'RoleArn=a&DurationSeconds=900', { RoleArn: 'a', DurationSeconds: 900 }],
    [
      'a list of structures',
      'Tags.member.1.Key=a&Tags.member.1.Value=b',
      { Tags: [{ Key: 'a', Value: 'b' }] },
    ],
    [
      'a list of scalars',
      'TransitiveTagKeys.member.1=a&TransitiveTagKeys.member.2=b',
      { TransitiveTagKeys: ['a', 'b'] },
    ],
    ['an empty list', 'TransitiveTagKeys=', { TransitiveTagKeys: [] }],
    ['spaces and signs', 'RoleSessionName=a%20b%2Bc', { RoleSessionName: 'a b+c' }],
    ['nothing of what the model does not know', 'Action=AssumeRole&Version=1&Wings=2', {}],
  ])('reads %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('reads list items by number, whatever their order', () => {
    const keys = [10, 2, 1].map((n) => `TransitiveTagKeys.member.${n}=k${n}`).join('&');
    expect(read(keys)).toEqual({ TransitiveTagKeys: ['k1', 'k2', 'k10'] });
  });
});

describe('required members', () => {
  const change = inputOf('route53', 'ChangeResourceRecordSets');
  const record = { Name: 'a.example.com', Type: 'A' };
  test.each<[string, unknown, string | undefined]>([
    ['nothing is missing', { HostedZoneId: 'Z', ChangeBatch: { Changes: [] } }, undefined],
    ['a member at the top', { ChangeBatch: { Changes: [] } }, 'HostedZoneId'],
    ['a member of a structure', { HostedZoneId: 'Z', ChangeBatch: {} }, 'ChangeBatch.Changes'],
    [
      'a member of a list item',
      { HostedZoneId: 'Z', ChangeBatch: { Changes: [{ ResourceRecordSet: record }] } },
      'ChangeBatch.Changes.0.Action',
    ],
  ])('%s', (_, input, path) => {
    expect(missingMember(change, input)).toBe(path);
  });
});

describe('empty items', () => {
  test('go where a Quantity counts them, at any depth', () => {
    const aliases = { Quantity: 0, Items: [] };
    expect(withoutEmptyItems({ List: { Quantity: 1, Items: [{ Aliases: aliases }] } })).toEqual({
      List: { Quantity: 1, Items: [{ Aliases: { Quantity: 0 } }] },
    });
  });
  test('stay where nothing counts them', () => {
    expect(withoutEmptyItems({ Tags: { Items: [] } })).toEqual({ Tags: { Items: [] } });
  });
  test('times and bytes pass as they are', () => {
    const value = { at: new Date(0), bytes: new Uint8Array([1]) };
    expect(withoutEmptyItems(value)).toEqual(value);
  });
});
