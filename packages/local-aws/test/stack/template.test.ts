// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates under test write Fn::Sub so.
import { dependencyOrder } from '../../src/stack/template/graph';
import { readTemplate } from '../../src/stack/template/read-template';
import { refusalOf } from './support';

const read = (text: string) => readTemplate(text, 'site.yml');

/** A template whose one resource is `body`, from line 3 on. */
const resource = (body: string): string => `Resources:\n  X:\n${body.replace(/^/gm, '    ')}`;
const property = (value: string): string => resource(`Type: T\nProperties:\n  Y: ${value}`);

describe('what a template must not have is refused by name, with its path and line', () => {
  test.each([
    [
      'a section of CloudFormation that is not here',
      'Hooks: {}',
      'site.yml:1: Hooks: Hooks is not supported by the local stack driver',
    ],
    [
      'a transform',
      `Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]\n${property('1')}`,
      'site.yml:1: Transform: the local stack driver has no transform AWS::LanguageExtensions, AWS::Serverless-2016-10-31; give it the template as it is after the transform',
    ],
    ['a section that nobody has', 'Resource: {}', 'site.yml:1: Resource: unknown key Resource'],
    ['no resources', 'Description: nothing', 'site.yml:1: Resources: a template needs at least one resource'],
    ['nothing at all', '', 'site.yml: the template is empty'],
    ['broken YAML', 'Resources:\n  X: [', 'site.yml:2:'],
    ['broken JSON', '{"Resources": {"X": }', 'site.yml:1:'],
    ['a key twice', 'Resources: {}\nResources: {}', 'site.yml:2:1: Map keys must be unique'],
    ['a null', property(''), 'site.yml:5: Resources.X.Properties.Y: null is not allowed'],
    ['a YAML anchor', property('&a 1'), 'Resources.X.Properties.Y: YAML anchors and aliases are not allowed'],
    ['a YAML alias', `${property('1')}\n      Z: *a`, 'site.yml:6:'],
    [
      'a resource attribute of CloudFormation that is not here',
      resource('Type: T\nCreationPolicy: {}'),
      'site.yml:4: Resources.X.CreationPolicy: CreationPolicy is not supported',
    ],
    [
      'a resource attribute that nobody has',
      resource('Type: T\nProperty: {}'),
      'Resources.X.Property: unknown key Property; a resource has Type, Properties',
    ],
    ['a resource without a type', resource('Properties: {}'), 'Resources.X: Type is missing'],
    [
      'a snapshot of a resource',
      resource('Type: T\nDeletionPolicy: Snapshot'),
      'site.yml:4: Resources.X.DeletionPolicy: "Snapshot" is not supported by the local stack driver, which knows Delete, Retain',
    ],
    [
      'a short function that is not here',
      property('!Cidr [a, b, c]'),
      'site.yml:5: Resources.X.Properties.Y: Fn::Cidr is not supported by the local stack driver, which knows Ref',
    ],
    [
      'a long function that is not here',
      property('{ "Fn::Transform": a }'),
      'Fn::Transform is not supported',
    ],
    [
      'a function of the language extensions',
      property('{ "Fn::ToJsonString": a }'),
      'Fn::ToJsonString needs Transform: AWS::LanguageExtensions, which the local stack driver does not have',
    ],
    [
      'a map with a default',
      property('!FindInMap [a, b, c, { DefaultValue: d }]'),
      'a default value of Fn::FindInMap needs Transform: AWS::LanguageExtensions',
    ],
    [
      'a dynamic reference',
      property("'{{resolve:secretsmanager:key}}'"),
      'Resources.X.Properties.Y: the dynamic reference {{resolve:secretsmanager:…}} is not supported',
    ],
    [
      'a function deep in a list',
      property('[1, { Z: !Cidr [0, []] }]'),
      'Resources.X.Properties.Y.1.Z: Fn::Cidr is not supported',
    ],
    ['a function with a key beside it', property('{ Ref: X, Z: 1 }'), 'Ref must stand alone in its object'],
    ['Ref of a list', property('!Ref [a]'), 'Ref takes the name of a parameter or resource'],
    [
      'Ref of a name that is not there',
      property('!Ref Q'),
      'Resources.X.Properties.Y: there is no Q to refer to; the template has X',
    ],
    ['a pseudo parameter that is not here', property('!Ref AWS::Nothing'), 'there is no AWS::Nothing'],
    ['GetAtt without an attribute', property('!GetAtt X'), 'Fn::GetAtt takes a resource and an attribute'],
    ['GetAtt of a resource that is not there', property('!GetAtt Q.Arn'), 'there is no Q to refer to'],
    ['Join without a list', property('!Join ab'), 'Fn::Join takes a separator and a list'],
    ['Select without a list', property('!Select 1'), 'Fn::Select takes the number of an item'],
    ['Split at nothing', property("!Split ['', a]"), 'Fn::Split takes a separator and a text'],
    ['If without an else', property('!If [a, b]'), 'Fn::If takes the name of a condition and two values'],
    ['FindInMap of one key', property('!FindInMap [a, b]'), 'Fn::FindInMap takes a map'],
    ['Sub of a number in a list', property('!Sub [1, {}]'), 'Fn::Sub takes a text'],
    ['Sub with a third argument', property('!Sub [a, {}, b]'), 'Fn::Sub takes a text'],
    ['Sub of a name that is not there', property("!Sub 'a-${Q}'"), 'there is no Q to refer to'],
    ['Sub of what is no name', property("!Sub 'a-${b c}'"), 'Fn::Sub: ${b c} is no name'],
    [
      'DependsOn of a resource that is not there',
      resource('Type: T\nDependsOn: Q'),
      'Resources.X.DependsOn: there is no resource Q',
    ],
    [
      'an export without a name',
      `${property('1')}\nOutputs: { O: { Value: 1, Export: {} } }`,
      'Outputs.O.Export: Name is missing',
    ],
    [
      'an output without a value',
      `${property('1')}\nOutputs: { O: { Description: d } }`,
      'Outputs.O: Value is missing',
    ],
    [
      'a parameter type that is not here',
      `${property('1')}\nParameters: { P: { Type: AWS::EC2::VPC::Id } }`,
      'Parameters.P.Type: parameter type "AWS::EC2::VPC::Id" is not supported',
    ],
    [
      'a default that is not allowed',
      `${property('1')}\nParameters: { P: { Type: String, Default: c, AllowedValues: [a, b] } }`,
      "Parameters.P.Default: 'c' is not one of the allowed values a, b",
    ],
    [
      'a pattern that is none',
      `${property('1')}\nParameters: { P: { Type: String, AllowedPattern: '[' } }`,
      'Parameters.P.AllowedPattern: is no regular expression',
    ],
    [
      'a name with a dash',
      'Resources: { a-b: { Type: T } }',
      'Resources.a-b: a name may have letters and digits only',
    ],
  ])('%s', async (_what, text, message) => {
    const refusal = await refusalOf(() => read(text));
    expect(refusal).toContain(`TemplateError: `);
    expect(refusal).toContain(message);
    expect(refusal).not.toContain('\n');
  });
});

describe('what a template may have is read', () => {
  test('JSON is read as YAML is, tabs and all', () => {
    const template = read(
      '{\n\t"Resources": {"X": {"Type": "T", "Properties": {"Y": {"Ref": "AWS::Region"}}}}\n}',
    );
    expect(template.resources.get('X')?.properties.Y).toMatchObject({ kind: 'ref', name: 'AWS::Region' });
  });

  test('a policy version without quotes stays text', () => {
    expect(read(property('2012-10-17')).resources.get('X')?.properties.Y).toEqual({
      kind: 'literal',
      value: '2012-10-17',
    });
  });

  test('Metadata may hold anything', () => {
    expect(
      read(`Metadata: { a: !If [b] }\n${resource('Type: T\nMetadata: { c: !Cidr x }')}`).resources.size,
    ).toBe(1);
  });

  test('DeletionPolicy Delete changes nothing', () => {
    expect(read(resource('Type: T\nDeletionPolicy: Delete')).resources.has('X')).toBe(true);
  });
});

describe('resources come after what they need', () => {
  const order = (resources: string): string[] => dependencyOrder(read(`Resources:\n${resources}`));

  test.each([
    ['in their own order when nothing binds them', '  B: { Type: T }\n  A: { Type: T }', ['B', 'A']],
    ['by Ref', '  B: { Type: T, Properties: { P: !Ref A } }\n  A: { Type: T }', ['A', 'B']],
    ['by GetAtt', '  B: { Type: T, Properties: { P: !GetAtt A.Q } }\n  A: { Type: T }', ['A', 'B']],
    [
      'by Sub inside Join',
      "  B: { Type: T, Properties: { P: !Join [',', [!Sub '${A.Q}']] } }\n  A: { Type: T }",
      ['A', 'B'],
    ],
    [
      'by a map of Sub',
      "  B: { Type: T, Properties: { P: !Sub ['${v}', { v: !Ref A }] } }\n  A: { Type: T }",
      ['A', 'B'],
    ],
    ['by DependsOn', '  B: { Type: T, DependsOn: [A] }\n  A: { Type: T }', ['A', 'B']],
  ])('%s', (_what, resources, expected) => {
    expect(order(resources)).toEqual(expected);
  });

  test('a circle is refused, and named', async () => {
    const circle =
      '  A: { Type: T, Properties: { P: !Ref B } }\n  B: { Type: T, DependsOn: C }\n  C: { Type: T, Properties: { P: !Ref A } }';
    expect(await refusalOf(() => order(circle))).toContain(
      'circular dependency between resources: A -> B -> C -> A; take one of the references away',
    );
  });
});
