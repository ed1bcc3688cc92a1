// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates under test write Fn::Sub so.
import { chooseParameters } from '../../src/stack/parameter';
import { resolveMembers } from '../../src/stack/resolve';
import { scopeOf } from '../../src/stack/scope';
import { readTemplate } from '../../src/stack/template';
import { Later } from '../../src/stack/value';
import { account, refusalOf, region } from './support';

const made = { physicalId: 'Z1', attributes: { Arn: 'arn:x', NameServers: ['ns-1', 'ns-2'] } };

/** The value of property Y of X; `Zone` is made, `Next` comes later, `Name` and `Names` are parameters. */
function value(expression: string) {
  const template = readTemplate(
    `Parameters: { Name: { Type: String }, Part: { Type: String }, Names: { Type: CommaDelimitedList } }
Resources: { Zone: { Type: T }, Next: { Type: T }, X: { Type: T, Properties: { Y: ${expression} } } }`,
    'site.yml',
  );
  const parameters = new Map(Object.entries({ Name: 'a.example.com', Part: 'Zone', Names: ['a', 'b'] }));
  const stack = { id: 'arn:stack', name: 'site', accountId: account, region, parameters };
  const scope = scopeOf(
    stack,
    (logicalId) => (logicalId === 'Zone' ? made : undefined),
    (name) => (name === 'network-Zone' ? 'Z9' : undefined),
  );
  return resolveMembers(template.resources.get('X')!.properties, scope).Y;
}

describe('functions give what CloudFormation documents', () => {
  test.each([
    ['Ref of a parameter', '!Ref Name', 'a.example.com'],
    ['Ref of a list parameter', '!Ref Names', ['a', 'b']],
    ['Ref of a resource', '!Ref Zone', 'Z1'],
    ['GetAtt', '!GetAtt Zone.Arn', 'arn:x'],
    ['GetAtt of a list', '!GetAtt [Zone, NameServers]', ['ns-1', 'ns-2']],
    ['Join of a list', "!Join ['-', [a, 1, !Ref Zone]]", 'a-1-Z1'],
    ['Join of a list parameter', "!Join [',', !Ref Names]", 'a,b'],
    ['Join of a list attribute', "{ 'Fn::Join': [',', { 'Fn::GetAtt': [Zone, NameServers] }] }", 'ns-1,ns-2'],
    ['Sub of names and attributes', "!Sub '${Name}/${Zone}/${Zone.Arn}'", 'a.example.com/Z1/arn:x'],
    ['Sub with a map, which wins', "!Sub ['${Name}${v}', { Name: b, v: !Ref Zone }]", 'bZ1'],
    ['Sub of the characters themselves', "!Sub 'a${!Name}'", 'a${Name}'],
    ['ImportValue', '!ImportValue network-Zone', 'Z9'],
    ['ImportValue of a name put together', "{ 'Fn::ImportValue': !Sub 'network-${Part}' }", 'Z9'],
    ['AWS::AccountId', '!Ref AWS::AccountId', account],
    ['AWS::Region', '!Ref AWS::Region', 'us-east-1'],
    ['AWS::StackName', '!Ref AWS::StackName', 'site'],
    ['AWS::StackId', '!Ref AWS::StackId', 'arn:stack'],
    ['AWS::Partition', "!Sub 'arn:${AWS::Partition}:x'", 'arn:aws:x'],
    ['AWS::URLSuffix', '!Ref AWS::URLSuffix', 'amazonaws.com'],
    ['AWS::NoValue takes its property away', '!Ref AWS::NoValue', undefined],
    ['AWS::NoValue takes its item away', '[a, !Ref AWS::NoValue]', ['a']],
    ['numbers and booleans stay what they are', '{ n: 5, b: true }', { n: 5, b: true }],
  ])('%s', (_what, expression, expected) => {
    expect(value(expression)).toEqual(expected);
  });

  test.each([
    ['Ref', '!Ref Next', 'Next'],
    ['GetAtt', '!GetAtt Next.Arn', 'Next.Arn'],
    ['Sub', "!Sub 'a-${Next}'", 'Next'],
    ['Join', "!Join ['', [a, !GetAtt Next.Id]]", 'Next.Id'],
  ])('%s of a resource that is not made yet comes later', (_what, expression, what) => {
    expect(value(expression)).toEqual(new Later(what));
  });

  test.each([
    ['Join of a text', "!Join [',', !Ref Name]", "Fn::Join takes a list, not the text 'a.example.com'"],
    ['Join of lists', "!Join [',', [[a], b]]", 'only text can be put together, not a list'],
    ['Sub of a list', "!Sub 'a${Names}'", 'only text can be put together, not a list'],
    [
      'Sub of nothing',
      "!Sub 'a${AWS::NoValue}'",
      "only text can be put together, not the text 'AWS::NoValue'",
    ],
    [
      'ImportValue of a name that hangs on a resource',
      '{ "Fn::ImportValue": !Ref Next }',
      'Fn::ImportValue takes a name that hangs on no resource, not the value of Next',
    ],
    ['GetAtt of what the resource left out', '!GetAtt Zone.Gone', 'Zone gave no value for Gone'],
  ])('%s is refused', async (_what, expression, message) => {
    expect(await refusalOf(() => value(expression))).toContain(message);
  });
});

describe('parameters', () => {
  const choose = (declared: string, given: Record<string, string | number | boolean> = {}) => {
    const template = readTemplate(
      `Parameters: { P: ${declared} }\nResources: { X: { Type: T } }`,
      'site.yml',
    );
    return chooseParameters(template.parameters, given, (problem) => {
      throw template.document.error(problem);
    }).get('P');
  };

  test.each([
    ['the default stands in', '{ Type: String, Default: d }', {}, 'd'],
    ['a given value beats the default', '{ Type: String, Default: d }', { P: 'g' }, 'g'],
    ['a Number is a number', '{ Type: Number }', { P: '5' }, 5],
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
