import { schemaCheckOf } from '../../src/stack/extension/schema-check';
import { Later, type Members } from '../../src/stack/value';
import { widgetSchema } from './extension-type';

const target = { DistributionId: 'E1' };
const findings = (properties: Members): string[] =>
  schemaCheckOf(widgetSchema)(properties, ['Resources', 'Move', 'Properties']).map(
    ({ at, text }) => `${at.join('.')}: ${text}`,
  );

describe('properties against the schema of their type', () => {
  test.each<[string, Members, string]>([
    [
      'an unknown property',
      { Target: target, Source: 'x' },
      'Resources.Move.Properties.Source: unknown property Source; there are Id, Phase, Target, Aliases, Strategy, Bake',
    ],
    [
      'a property in the wrong case',
      { Target: target, aliases: ['a'] },
      'Resources.Move.Properties.aliases: unknown property aliases; write Aliases',
    ],
    [
      'an unknown property inside another',
      { Target: { ...target, Id: 'x' } },
      'Resources.Move.Properties.Target.Id: unknown property Id; there are DistributionId',
    ],
    ['a missing property', {}, 'Resources.Move.Properties: Target is missing; write it'],
    [
      'a missing property inside another',
      { Target: {} },
      'Resources.Move.Properties.Target: DistributionId is missing; write it: The distribution of the stack',
    ],
    [
      'a text for a list',
      { Target: target, Aliases: 'a' },
      "Resources.Move.Properties.Aliases: must be a list, not the text 'a'",
    ],
    [
      'a word for a number',
      { Target: target, Bake: 'long' },
      "Resources.Move.Properties.Bake: must be a whole number, not the text 'long'",
    ],
    [
      'a number below the least',
      { Target: target, Bake: -1 },
      'Resources.Move.Properties.Bake: the number -1 must be >= 0 (Minutes of watching after the move)',
    ],
    [
      'an empty list',
      { Target: target, Aliases: [] },
      'Resources.Move.Properties.Aliases: a list must NOT have fewer than 1 items',
    ],
    [
      'a text against the pattern',
      { Target: target, Aliases: ['A'] },
      "Resources.Move.Properties.Aliases.0: the text 'A' does not match ^[a-z.*-]+$",
    ],
    [
      'a word that is none of the few',
      { Target: target, Strategy: 'FAST' },
      "Resources.Move.Properties.Strategy: must be one of AUTO, WILDCARD, not the text 'FAST'",
    ],
    [
      'a read-only property',
      { Target: target, Phase: 'DONE' },
      'Resources.Move.Properties.Phase: Phase is read-only: Test::Widget::Move sets it itself; leave it out and read it with Fn::GetAtt',
    ],
  ])('%s is refused', (_what, properties, finding) => {
    expect(findings(properties)).toEqual([finding]);
  });

  test.each<[string, Members]>([
    ['a number as text', { Target: target, Bake: '5' }],
    ['a number where text is wanted', { Target: { DistributionId: 5 } }],
    [
      'a value that comes later',
      { Target: { DistributionId: new Later('Target') }, Aliases: [new Later('A')] },
    ],
    ['a list that comes later', { Target: target, Aliases: new Later('Zone.Names') }],
    ['an object that comes later', { Target: new Later('X.Y') }],
  ])('%s is taken', (_what, properties) => {
    expect(findings(properties)).toEqual([]);
  });

  test('the check writes nothing into the properties', () => {
    const properties: Members = { Target: target, Bake: '5' };
    findings(properties);
    expect(properties.Bake).toBe('5');
  });
});
