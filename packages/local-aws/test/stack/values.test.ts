// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates under test write Fn::Sub so.

import { scopeOf } from '../../src/stack/scope';
import { chooseParameters } from '../../src/stack/template/parameter-values';
import { readTemplate } from '../../src/stack/template/read-template';
import { resolveMembers } from '../../src/stack/template/resolve';
import { Later } from '../../src/stack/value';
import { account, refusalOf, region } from './support';

const made = { physicalId: 'Z1', attributes: { Arn: 'arn:x', NameServers: ['ns-1', 'ns-2'] } };

/** The value of property Y of X; `Zone` is made, `Next` comes later, `Name` and `Names` are parameters. */
function value(expression: string) {
  const template = readTemplate(
    `Parameters: { Name: { Type: String }, Part: { Type: String }, Names: { Type: CommaDelimitedList } }
Mappings: { Regions: { us-east-1: { id: Z7, names: [a, b] } } }
Resources: { Zone: { Type: T }, Next: { Type: T }, X: { Type: T, Properties: { Y: ${expression} } } }`,
    'site.yml',
  );
  const parameters = chooseParameters(
    template.parameters,
    { Name: 'a.example.com', Part: 'Zone', Names: 'a,b' },
    (problem) => {
      throw template.document.error(problem);
    },
  );
  const stack = { id: 'arn:stack', name: 'site', accountId: account, region, parameters, template };
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
    ['Select', '!Select [1, [a, b]]', 'b'],
    ['Select by a text', "!Select ['0', !GetAtt Zone.NameServers]", 'ns-1'],
    ['Select of an object', '!Select [0, [{ a: 1 }]]', { a: 1 }],
    ['Split', "!Split ['.', !Ref Name]", ['a', 'example', 'com']],
    ['Select of a Split', "!Select [1, !Split [':', !GetAtt Zone.Arn]]", 'x'],
    ['Join of a Split', "!Join ['-', !Split ['.', a.b]]", 'a-b'],
    ['FindInMap', "!FindInMap [Regions, !Ref 'AWS::Region', id]", 'Z7'],
    ['FindInMap of a list', "!FindInMap [Regions, !Ref 'AWS::Region', names]", ['a', 'b']],
    ['GetAZs of a region', '!GetAZs eu-west-1', ['eu-west-1a', 'eu-west-1b', 'eu-west-1c']],
    ['GetAZs of its own', "!Select [0, !GetAZs '']", 'us-east-1a'],
    ['Base64', '!Base64 a.example.com', 'YS5leGFtcGxlLmNvbQ=='],
    ['AWS::NotificationARNs', '!Ref AWS::NotificationARNs', []],
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
    ['Select', '!Select [0, [!GetAtt Next.Id]]', 'Next.Id'],
    ['Split', "!Split ['/', !GetAtt Next.Id]", 'Next.Id'],
    ['Base64', '!Base64 { Ref: Next }', 'Next'],
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
      'Fn::ImportValue takes what hangs on no resource, not the value of Next',
    ],
    [
      'Select of what is not there',
      '!Select [2, [a, b]]',
      'Fn::Select has no item the number 2 in a list of 2',
    ],
    ['Select by a word', '!Select [x, [a, b]]', "Fn::Select has no item the text 'x' in a list of 2"],
    ['Select of a text', '!Select [0, a]', "Fn::Select takes a list, not the text 'a'"],
    ['Split of a list', "!Split [',', [a]]", 'Fn::Split takes a text, not a list'],
    [
      'FindInMap of a key that is not there',
      '!FindInMap [Regions, eu-west-1, id]',
      'Fn::FindInMap finds no eu-west-1, id in the mapping Regions',
    ],
    [
      'FindInMap of a resource',
      '!FindInMap [Regions, !Ref Next, id]',
      'Fn::FindInMap takes what hangs on no resource',
    ],
    ['a function of nothing', "!Base64 { Ref: 'AWS::NoValue' }", 'Fn::Base64 cannot take AWS::NoValue'],
    ['GetAtt of what the resource left out', '!GetAtt Zone.Gone', 'Zone gave no value for Gone'],
  ])('%s is refused', async (_what, expression, message) => {
    expect(await refusalOf(() => value(expression))).toContain(message);
  });
});
