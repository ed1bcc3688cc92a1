import type { CreateStackOutput, GetTemplateSummaryOutput } from '@aws-sdk/client-cloudformation';
import { answer } from '../../src/world/gate';
import { seedBucket, seedObject } from '../../src/world/s3/seed';
import type { World } from '../../src/world/world';
import { administrator, bareWorld } from '../support/bare-world';
import { addStack } from '../support/stack-record';

/** The output of an operation, or `Code: message` of its error. */
function ask<O>(world: World, operation: string, input: object): O | string {
  const given = answer(world, {
    service: 'cloudformation',
    operation,
    input,
    caller: administrator(),
    actor: 'test',
    into: 0,
  });
  if (given.kind === 'output') return given.output as O;
  return given.kind === 'failure' ? `${given.code}: ${given.message}` : given.kind;
}

const template = `Description: Redirects
Parameters:
  Zone: { Type: 'AWS::Route53::HostedZone::Id', Description: where }
  Stage: { Type: String, Default: stage, AllowedValues: [stage, prod], NoEcho: true }
Resources:
  One: { Type: AWS::SSM::Parameter, Properties: { Value: !Ref Stage } }
  Two: { Type: AWS::SSM::Parameter, Properties: { Value: !Sub 'x' } }
  Role: { Type: AWS::IAM::Role, Properties: { RoleName: r } }
`;

function worldWith(text: string): World {
  const world = bareWorld();
  seedBucket(world, { name: 'templates', accountId: [...world.accounts.keys()][0]! });
  seedObject(world, 'templates', 'a b/site.yml', { body: Buffer.from(text) });
  return world;
}

const summary = {
  Description: 'Redirects',
  Parameters: [
    {
      ParameterKey: 'Zone',
      ParameterType: 'AWS::Route53::HostedZone::Id',
      Description: 'where',
      NoEcho: false,
      ParameterConstraints: {},
    },
    {
      ParameterKey: 'Stage',
      ParameterType: 'String',
      DefaultValue: 'stage',
      NoEcho: true,
      ParameterConstraints: { AllowedValues: ['stage', 'prod'] },
    },
  ],
  ResourceTypes: ['AWS::SSM::Parameter', 'AWS::IAM::Role'],
  Capabilities: ['CAPABILITY_NAMED_IAM'],
  Version: '2010-09-09',
};

describe('GetTemplateSummary tells what a template asks for', () => {
  test.each<[string, object]>([
    ['of the request', { TemplateBody: template }],
    ['that lies in S3', { TemplateURL: 'https://templates.s3.us-east-1.amazonaws.com/a%20b/site.yml' }],
    [
      'that lies in S3, by the older form',
      { TemplateURL: 'https://s3.amazonaws.com/templates/a%20b/site.yml' },
    ],
    ['of a stack', { StackName: 'site' }],
  ])('%s', (_, input) => {
    const world = worldWith(template);
    addStack(world, 'site', { template });
    expect(ask<GetTemplateSummaryOutput>(world, 'GetTemplateSummary', input)).toMatchObject(summary);
  });

  test.each<[string, object, RegExp]>([
    [
      'a template without resources',
      { TemplateBody: 'Parameters: {}' },
      /^ValidationError: Template format error: At least one Resources/,
    ],
    [
      'what is no YAML',
      { TemplateBody: 'a: [' },
      /^ValidationError: Template format error: YAML not well-formed/,
    ],
    ['nothing', {}, /^ValidationError: Either Template URL or Template Body/],
    [
      'a stack that is not there',
      { StackName: 'gone' },
      /^ValidationError: Stack with id gone does not exist/,
    ],
  ])('and refuses %s', (_, input, says) => {
    expect(ask(worldWith(template), 'GetTemplateSummary', input)).toMatch(says);
  });
});

describe('a template that lies in S3', () => {
  const large = `#${'x'.repeat(60_000)}\nResources: { One: { Type: AWS::SSM::Parameter } }\n`;
  const create = (TemplateURL: string) => ({ StackName: 'site', TemplateURL });

  test('may be larger than a request', () => {
    const world = worldWith(large);
    const url = 'https://templates.s3.us-east-1.amazonaws.com/a%20b/site.yml';
    expect(ask<CreateStackOutput>(world, 'CreateStack', create(url))).toMatchObject({
      StackId: expect.any(String),
    });
    expect(world.stackOrders).toMatchObject([{ template: large }]);
  });

  test.each([
    [
      'that is not there',
      'https://templates.s3.us-east-1.amazonaws.com/none',
      /^ValidationError: S3 error: The specified key/,
    ],
    [
      'in a bucket that is not there',
      'https://nobody.s3.us-east-1.amazonaws.com/a',
      /^ValidationError: S3 error: The specified bucket/,
    ],
    ['on the web', 'https://example.com/site.yml', /^ValidationError: TemplateURL must be a supported URL/],
  ])('and one %s is refused', (_, url, says) => {
    expect(ask(worldWith(large), 'CreateStack', create(url))).toMatch(says);
  });

  test('and one that stands in the request too is refused', () => {
    const both = {
      ...create('https://templates.s3.us-east-1.amazonaws.com/a%20b/site.yml'),
      TemplateBody: large,
    };
    expect(ask(worldWith(large), 'CreateStack', both)).toMatch(/^ValidationError: Either/);
  });
});
