// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates under test write Fn::Sub so.
import { prepareStack } from '../../src/stack/prepare';
import { deployed, place, record, refusalOf, request, template, zone } from './support';

/** `Stage` is a parameter of the text 'test', `Count` of the number 2. */
const withConditions = (conditions: string, more = template(zone)): string => `
Parameters: { Stage: { Type: String, Default: test }, Count: { Type: Number, Default: 2 } }
Mappings: { Stages: { test: { isPublic: 'no' }, live: { isPublic: 'yes' } } }
Conditions: ${conditions}
${more}`;

const prepared = (text: string, parameters = {}) =>
  prepareStack(place(), request(text, { parameters }), 'arn:stack');

describe('a resource and an output are there where their condition is true', () => {
  const isTrue = (condition: string): boolean => {
    const more = `
Resources:
  Always: { Type: AWS::CDK::Metadata }
  X: { Type: AWS::CDK::Metadata, Condition: Tested }
Outputs: { O: { Value: 1, Condition: Tested } }`;
    const all = `{ Tested: ${condition}, IsTest: !Equals [!Ref Stage, test], IsLive: !Equals [live, !Ref Stage] }`;
    const { resources, outputs } = prepared(withConditions(all, more)).template;
    expect(resources.has('X')).toBe(outputs.has('O'));
    return resources.has('X');
  };

  test.each([
    ['a parameter that equals a text', '!Equals [!Ref Stage, test]', true],
    ['a parameter that does not', '!Equals [!Ref Stage, live]', false],
    ['text that differs in case', '!Equals [!Ref Stage, Test]', false],
    ['a number that equals a text', "!Equals [!Ref Count, '2']", true],
    ['a region', "!Equals [!Ref 'AWS::Region', us-east-1]", true],
    ['an entry of a mapping', "!Equals [!FindInMap [Stages, !Ref Stage, isPublic], 'no']", true],
    ['text put together', "!Equals [!Join ['-', [!Ref Stage, a]], test-a]", true],
    ['Not', '!Not [!Equals [!Ref Stage, live]]', true],
    ['And of two that are true', '!And [!Condition IsTest, !Equals [a, a]]', true],
    ['And with one that is not', '!And [!Condition IsTest, !Condition IsLive]', false],
    ['Or with one that is true', '!Or [!Condition IsLive, !Condition IsTest]', true],
    ['Or of none', '!Or [!Condition IsLive, !Equals [a, b]]', false],
    ['another condition by name', '{ Condition: IsTest }', true],
    ['the long form', '{ "Fn::Not": [{ "Condition": "IsLive" }] }', true],
    [
      'what cdk synth asks about regions',
      '{ "Fn::Or": [{ "Fn::Or": [{ "Fn::Equals": [{ "Ref": "AWS::Region" }, "af-south-1"] }, { "Fn::Equals": [{ "Ref": "AWS::Region" }, "us-east-1"] }] }, { "Fn::Equals": [a, b] }] }',
      true,
    ],
  ])('%s', (_what, condition, expected) => {
    expect(isTrue(condition)).toBe(expected);
  });
});

describe('Fn::If', () => {
  const isLive = '{ IsLive: !Equals [!Ref Stage, live] }';
  const named = (name: string) => withConditions(isLive, template(zone.replace('example.com', name)));

  test.each([
    ['gives the first where the condition is true', { Stage: 'live' }, { Name: 'example.com' }],
    ['gives the second where it is false', {}, { Name: 'example.org' }],
  ])('%s', (_what, parameters, expected) => {
    const text = named('!If [IsLive, example.com, example.org]');
    expect(prepared(text, parameters).properties.get('Zone')).toEqual(expected);
  });

  test('inside another, inside a list, inside Sub', () => {
    const text = named(
      "!Sub ['a.${v}', { v: !Join ['.', [!If [IsLive, x, !If [IsLive, y, example]], com]] }]",
    );
    expect(prepared(text).properties.get('Zone')).toEqual({ Name: 'a.example.com' });
  });

  test('of AWS::NoValue takes the property away', () => {
    const text = named('example.com, HostedZoneConfig: !If [IsLive, { Comment: live }, !Ref AWS::NoValue]');
    expect(prepared(text).properties.get('Zone')).toEqual({ Name: 'example.com' });
  });

  test('needs the resource of the branch that counts only', async () => {
    const twoZones = template(
      zone.replace('Zone: {', 'Zone: { Condition: IsLive,'),
      zone.replace('Zone:', 'Other:'),
      record().replace('!Ref Zone', '!If [IsLive, !Ref Zone, !Ref Other]'),
    );
    const { stack } = await deployed(withConditions(isLive, twoZones));
    expect([stack.status, ...stack.resources.keys()]).toEqual(['CREATE_COMPLETE', 'Other', 'Record']);
  });

  test('keeps a dependency on what is not made from counting', () => {
    const text = template(
      zone.replace('Zone: {', 'Zone: { DependsOn: Other,'),
      zone.replace('Zone: {', 'Other: { Condition: IsLive,'),
    );
    expect(prepared(withConditions(isLive, text)).order).toEqual(['Zone']);
  });

  test('does not need types that the driver lacks where nothing is made of them', () => {
    const text = template(zone, '\n  Table: { Type: AWS::DynamoDB::Table, Condition: IsLive }');
    expect(prepared(withConditions(isLive, text)).order).toEqual(['Zone']);
  });
});

describe('what is wrong with a condition is said before the first call', () => {
  test.each([
    [
      'a condition that is not there',
      '{ A: !Condition B }',
      'Conditions.A: there is no condition B; the template has A',
    ],
    [
      'a circle',
      '{ A: !Condition B, B: !Not [!Condition A] }',
      'circular dependency between conditions: A -> B -> A',
    ],
    [
      'a value in place of a condition',
      '{ A: !Ref Stage }',
      'Conditions.A: must be one of Fn::And, Fn::Or, Fn::Not, Fn::Equals, Condition, not Ref',
    ],
    ['Equals of one value', '{ A: !Equals [a] }', 'Conditions.A: Fn::Equals takes two values'],
    ['And of one', '{ A: !And [!Equals [a, a]] }', 'Fn::And takes a list of two to ten conditions'],
    [
      'a resource in a condition',
      '{ A: !Equals [!Ref Zone, a] }',
      'must not hang on the resource Zone, which is made later',
    ],
    ['a parameter that is not there', '{ A: !Equals [!Ref Q, a] }', 'there is no Q to refer to'],
    [
      'a function of rules',
      '{ A: { "Fn::Contains": [[a], a] } }',
      'must be one of Fn::And, Fn::Or, Fn::Not, Fn::Equals, Condition, not Fn::Contains',
    ],
  ])('%s', async (_what, conditions, message) => {
    expect(await refusalOf(() => prepared(withConditions(conditions)))).toContain(message);
  });

  test('a resource that refers to one which is not made', async () => {
    const text = template(zone.replace('Zone: {', 'Zone: { Condition: Never,'), record());
    expect(await refusalOf(() => prepared(withConditions('{ Never: !Equals [a, b] }', text)))).toContain(
      'Resources.Record.Properties.HostedZoneId: refers to the resource Zone, which is not made because its condition Never is false; put the same condition on what refers to it',
    );
  });

  test('functions in a mapping', async () => {
    const text = `Mappings: { Zones: { a: { b: !Ref AWS::Region } } }\n${template(zone)}`;
    expect(await refusalOf(() => prepared(text))).toContain(
      'Mappings.Zones.a.b: must be text or a list of text; functions cannot be in a mapping',
    );
  });
});
