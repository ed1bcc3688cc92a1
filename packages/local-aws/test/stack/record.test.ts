import { createStack, deleteStack, firstFailure } from '../../src/stack';
import { parameterKey } from '../../src/world/ssm/parameters';
import { account, deployed, place, record, region, request, template, zone } from './support';

const parameters = `
Parameters:
  Secret: { Type: String, NoEcho: true, Default: hush }
  Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /name }
  Names: { Type: CommaDelimitedList, Default: 'a,b' }
`;

describe('what everybody may see of a stack', () => {
  test('are its parameters, but not the secret ones, and what the parameter store gave', async () => {
    const here = place();
    const stored = { accountId: account, region, name: '/name', type: 'String', version: 1, modifiedAt: 0 };
    here.world.parameters.set(parameterKey(account, region, '/name'), { ...stored, value: 'example.org' });
    const text = parameters + template(zone.replace('example.com', '!Ref Stored'));
    const { id } = await here.finish((cloudFormation) => createStack(cloudFormation, request(text)));
    expect(here.world.stacks.get(id)?.parameters).toEqual([
      { key: 'Secret', value: '****' },
      { key: 'Stored', value: '/name', resolvedValue: 'example.org' },
      { key: 'Names', value: 'a,b' },
    ]);
    expect([...here.world.hostedZones.values()].map(({ name }) => name)).toEqual(['example.org.']);
  });

  test('are its events and resources, at every moment', async () => {
    const here = place();
    const shown: string[] = [];
    const ended = here.finish((cloudFormation) =>
      createStack(
        {
          ...cloudFormation,
          onEvent: ({ id }) =>
            shown.push(
              here.world.stacks
                .get(id)!
                .resources.map(({ status }) => status)
                .join(),
            ),
        },
        request(template(zone)),
      ),
    );
    await ended;
    expect(shown).toEqual(['', 'CREATE_IN_PROGRESS', 'CREATE_COMPLETE', 'CREATE_COMPLETE']);
  });

  test('is that it is deleted, and when', async () => {
    const { here } = await deployed(template(zone));
    const { id } = await here.finish((cloudFormation) => deleteStack(cloudFormation, request('')));
    expect(here.world.stacks.get(id)).toMatchObject({
      status: 'DELETE_COMPLETE',
      deletedAt: here.timeline.now(),
    });
  });
});

test('the first failure of a stack without a failed resource is why it goes back', async () => {
  const { stack } = await deployed(template(zone, record().replace('!Ref Zone', '!ImportValue gone')));
  expect(firstFailure(stack)?.reason).toBe('No export named gone found. Rollback requested by user.');
});

test('what cdk synth and others write for themselves makes nothing', async () => {
  const nothing = `
  CDKMetadata: { Type: AWS::CDK::Metadata, Properties: { Analytics: 'v2:deflate64:H4sI' } }
  Handle: { Type: AWS::CloudFormation::WaitConditionHandle }`;
  const { here, stack } = await deployed(template(nothing));
  expect([stack.status, here.requests.length]).toEqual(['CREATE_COMPLETE', 0]);
});
