import { prepareStack } from '../../src/stack/prepare';
import { parameterKey } from '../../src/world/ssm/parameters';
import { account, place, refusalOf, region, request, template, zone } from './support';

/** As `cdk synth` writes it into every template. */
const bootstrap = `
Parameters: { BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /cdk-bootstrap/hnb659fds/version } }
Rules:
  CheckBootstrapVersion:
    Assertions:
      - Assert: { 'Fn::Not': [{ 'Fn::Contains': [['1', '2', '3', '4', '5'], { Ref: BootstrapVersion }] }] }
        AssertDescription: CDK bootstrap stack version 6 required.
`;
const prepare = (text: string, here = place(), parameters = {}) =>
  refusalOf(() => prepareStack(here, request(text, { parameters }), 'arn:stack'));

describe('the version of the bootstrap stack that cdk synth asks for', () => {
  test('is one that every rule takes, where nobody put another into the parameter store', async () => {
    expect(await prepare(bootstrap + template(zone))).toBe('accepted');
  });

  test('is refused in the words of the rule where it is too old', async () => {
    const here = place();
    const name = '/cdk-bootstrap/hnb659fds/version';
    here.world.parameters.set(parameterKey(account, region, name), {
      accountId: account,
      region,
      name,
      type: 'String',
      value: '5',
      version: 1,
      modifiedAt: 0,
    });
    expect(await prepare(bootstrap + template(zone), here)).toContain(
      'Rules.CheckBootstrapVersion.Assertions.0: CDK bootstrap stack version 6 required.',
    );
  });
});

describe('a rule', () => {
  const rules = (rule: string) => `
Parameters: { Stage: { Type: String, Default: test }, Public: { Type: String, Default: 'no' } }
Rules: { Known: ${rule} }
${template(zone)}`;
  const known = "Assertions: [{ Assert: { 'Fn::Contains': [[test, live], !Ref Stage] } }]";

  test.each([
    ['holds', `{ ${known} }`, {}, 'accepted'],
    ['does not hold', `{ ${known} }`, { Stage: 'x' }, 'Rules.Known.Assertions.0: the assertion is not true'],
    [
      'does not count where its condition is false',
      `{ RuleCondition: { 'Fn::Equals': [!Ref Public, 'yes'] }, ${known} }`,
      { Stage: 'x' },
      'accepted',
    ],
    [
      'counts where its condition is true',
      `{ RuleCondition: { 'Fn::Equals': [!Ref Public, 'yes'] }, ${known} }`,
      { Stage: 'x', Public: 'yes' },
      'the assertion is not true',
    ],
    [
      'with a function that is not here',
      "{ Assertions: [{ Assert: { 'Fn::EachMemberIn': [[a], [b]] } }] }",
      {},
      'must be one of Fn::And, Fn::Or, Fn::Not, Fn::Equals, Fn::Contains, not Fn::EachMemberIn',
    ],
    ['without assertions', '{}', {}, 'Rules.Known.Assertions: must be a list'],
  ])('%s', async (_what, rule, parameters, message) => {
    expect(await prepare(rules(rule), place(), parameters)).toContain(message);
  });
});
