import { chooseParameters } from '../../src/stack/template/parameter-values';
import { readTemplate } from '../../src/stack/template/read-template';
import type { Problem } from '../../src/stack/template-error';
import { refusalOf } from './support';

const stored = (name: string): string | undefined => (name === '/zone' ? 'Z1,Z2' : undefined);

describe('parameters', () => {
  const choose = (declared: string, given: Record<string, string | number | boolean> = {}) => {
    const template = readTemplate(
      `Parameters: { P: ${declared} }\nResources: { X: { Type: T } }`,
      'site.yml',
    );
    const refuse = (problem: Problem): never => {
      throw template.document.error(problem);
    };
    return chooseParameters(template.parameters, given, refuse, stored).get('P')?.value;
  };

  test.each([
    ['the default stands in', '{ Type: String, Default: d }', {}, 'd'],
    ['a given value beats the default', '{ Type: String, Default: d }', { P: 'g' }, 'g'],
    ['a Number is a number', '{ Type: Number }', { P: '5' }, 5],
    ['a list of numbers is one', '{ Type: List<Number> }', { P: '5,6' }, [5, 6]],
    ['a zone is its id', '{ Type: AWS::Route53::HostedZone::Id }', { P: 'Z1' }, 'Z1'],
    [
      'a stored one is what the store has',
      "{ Type: 'AWS::SSM::Parameter::Value<String>', Default: /zone }",
      {},
      'Z1,Z2',
    ],
    [
      'a stored list is split',
      "{ Type: 'AWS::SSM::Parameter::Value<List<String>>' }",
      { P: '/zone' },
      ['Z1', 'Z2'],
    ],
    ['a list is split at commas', '{ Type: CommaDelimitedList }', { P: 'a, b' }, ['a', 'b']],
  ])('%s', (_what, declared, given, expected) => {
    expect(choose(declared, given)).toEqual(expected);
  });

  test.each([
    [
      'missing',
      '{ Type: String }',
      {},
      'site.yml:1: Parameters.P: has no value and no Default; give one when deploying',
    ],
    ['not declared', '{ Type: String, Default: d }', { Q: '1' }, 'the template has no parameter Q; it has P'],
    [
      'not among the allowed',
      '{ Type: String, AllowedValues: [a, b] }',
      { P: 'c' },
      "'c' is not one of the allowed values a, b",
    ],
    [
      'one of the list not among the allowed',
      '{ Type: CommaDelimitedList, AllowedValues: [a, b] }',
      { P: 'a,c' },
      "'c' is not one of",
    ],
    [
      'against the pattern',
      "{ Type: String, AllowedPattern: '[a-z]+' }",
      { P: 'a1' },
      "'a1' does not match the allowed pattern [a-z]+",
    ],
    [
      "against the pattern, in the author's words",
      "{ Type: String, AllowedPattern: 'a', ConstraintDescription: only a }",
      { P: 'b' },
      'Parameters.P: only a',
    ],
    ['no number', '{ Type: Number }', { P: 'x' }, "'x' is not a number"],
    ['too large', '{ Type: Number, MinValue: 1, MaxValue: 5 }', { P: 6 }, '6 is not between 1 and 5'],
    ['no list of numbers', '{ Type: List<Number> }', { P: '1,x' }, "'x' is not a number"],
    [
      'not in the parameter store',
      "{ Type: 'AWS::SSM::Parameter::Value<String>' }",
      { P: '/gone' },
      "Parameters.P: there is no /gone in the parameter store of the stack's account and region",
    ],
    [
      'too long',
      '{ Type: String, MaxLength: 2 }',
      { P: 'abc' },
      "'abc' is not between 0 and 2 characters long",
    ],
  ])('a value that is %s is refused', async (_what, declared, given, message) => {
    expect(await refusalOf(() => choose(declared, given))).toContain(message);
  });
});
