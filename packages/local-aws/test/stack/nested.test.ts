import { createStack, deleteStack, previewStack, updateStack } from '../../src/stack';
import { deployed, lines, place, record, refusalOf, request, role, template, zone } from './support';

/** A zone of the name that is given, and its id. */
const network = `
Parameters: { Name: { Type: String }, Kept: { Type: String, Default: 'no' } }
${template(zone.replace('example.com', '!Ref Name'))}
Outputs: { Zone: { Value: !Ref Zone } }
`;
const parent = (parameters = '{ Name: example.com }', more = '') =>
  template(
    `
  Network: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: nested/network.yml, Parameters: ${parameters} } }`,
    record().replace('!Ref Zone', '!GetAtt Network.Outputs.Zone'),
    more,
  );
const twins = `${role('reader')}${role('reader').replace('Reader:', 'Twin:')}`;

/** Files below the folder of site.yml, as they are at the moment. */
const folder = (files: Record<string, string> = { 'nested/network.yml': network }) => ({
  files,
  templateAt: (file: string): string | undefined => files[file],
});
const childOf = (here: ReturnType<typeof place>) =>
  [...here.stacks.values()].find(({ name }) => name.startsWith('site-Network-'))!;

describe('a nested stack', () => {
  test('is made where its parent needs it, and gives it its outputs', async () => {
    const { here, stack } = await deployed(parent(), folder());
    const child = childOf(here);
    expect(stack.status).toBe('CREATE_COMPLETE');
    expect([child.status, child.parentId]).toEqual(['CREATE_COMPLETE', stack.id]);
    expect(stack.resources.get('Network')?.made).toEqual({
      physicalId: child.id,
      attributes: { 'Outputs.Zone': [...here.world.hostedZones.keys()][0] },
    });
    expect(here.world.stacks.get(child.id)).toMatchObject({ parentId: stack.id, status: 'CREATE_COMPLETE' });
    expect(lines(stack.events).slice(0, 3)).toEqual([
      'site CREATE_IN_PROGRESS',
      'Network CREATE_IN_PROGRESS',
      'Network CREATE_COMPLETE',
    ]);
  });

  test('that fails fails its parent in the words of CloudFormation, and all is taken back', async () => {
    const bad = folder({ 'nested/network.yml': network.replace('Outputs:', `${twins}Outputs:`) });
    const { here, stack } = await deployed(parent(), bad);
    expect(stack.events.find(({ status }) => status === 'CREATE_FAILED')?.reason).toMatch(
      /^Embedded stack arn:aws:cloudformation:us-east-1:\d+:stack\/site-Network-[A-Z0-9]{12}\/[0-9a-f-]+ was not successfully created: .*Role with name reader already exists/,
    );
    expect([stack.status, childOf(here).status]).toEqual(['ROLLBACK_COMPLETE', 'DELETE_COMPLETE']);
    expect([here.world.hostedZones.size, here.world.roles.size]).toEqual([0, 0]);
  });

  test('goes with its parent', async () => {
    const { here } = await deployed(parent(), folder());
    const stack = await here.finish((cloudFormation) => deleteStack(cloudFormation, request('')));
    expect([stack.status, childOf(here).status]).toEqual(['DELETE_COMPLETE', 'DELETE_COMPLETE']);
    expect(here.world.hostedZones.size).toBe(0);
  });
});

describe('an update of a nested stack', () => {
  test.each([
    ['another parameter', parent('{ Name: example.com, Kept: yes }'), network, false],
    ['another text of its template', parent(), network.replace('Outputs:', `${role()}\nOutputs:`), true],
  ])('is made for %s', async (_what, next, child, hasRole) => {
    const { files, templateAt } = folder();
    const { here } = await deployed(parent(), { templateAt });
    files['nested/network.yml'] = child;
    expect(previewStack(here, request(next)).changes).toMatchObject([
      { logicalId: 'Network', action: 'Modify', replacement: 'False' },
    ]);
    const stack = await here.finish((cloudFormation) => updateStack(cloudFormation, request(next)));
    expect(stack.status).toBe('UPDATE_COMPLETE');
    expect(here.world.roles.size).toBe(Number(hasRole));
  });

  test('hands new outputs on to its parent', async () => {
    const { here } = await deployed(parent(), folder());
    const next = parent('{ Name: example.org }').replace('a.example.com', 'a.example.org');
    const stack = await here.finish((cloudFormation) => updateStack(cloudFormation, request(next)));
    expect(stack.status).toBe('UPDATE_COMPLETE');
    const [left, ...others] = [...here.world.hostedZones.values()];
    expect([left?.name, others.length]).toEqual(['example.org.', 0]);
    expect(left?.records.map(({ Name }) => Name)).toContain('a.example.org.');
  });

  test('is taken back with its parent: what it replaced is still there', async () => {
    const { here } = await deployed(parent(), folder());
    const [before] = here.world.hostedZones.keys();
    const next = parent('{ Name: example.org }', twins).replace('a.example.com', 'a.example.org');
    const stack = await here.finish((cloudFormation) => updateStack(cloudFormation, request(next)));
    expect(stack.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect([...here.world.hostedZones.keys()]).toEqual([before]);
    expect(childOf(here).outputs).toEqual({ Zone: before });
    expect(stack.resources.get('Network')?.made?.attributes).toEqual({ 'Outputs.Zone': before });
  });

  test('is taken back with its parent, by the text that its template had', async () => {
    const { files, templateAt } = folder();
    const { here } = await deployed(parent(), { templateAt });
    files['nested/network.yml'] = network.replace('Outputs:', `${role('inside')}\nOutputs:`);
    const stack = await here.finish((cloudFormation) =>
      updateStack(cloudFormation, request(parent(undefined, twins))),
    );
    expect([stack.status, childOf(here).status]).toEqual([
      'UPDATE_ROLLBACK_COMPLETE',
      'UPDATE_ROLLBACK_COMPLETE',
    ]);
    expect(here.world.roles.size).toBe(0);
  });

  test('that fails is taken back by itself, and its parent after it', async () => {
    const { files, templateAt } = folder();
    const { here } = await deployed(parent(), { templateAt });
    files['nested/network.yml'] = network.replace('Outputs:', `${twins}Outputs:`);
    const stack = await here.finish((cloudFormation) => updateStack(cloudFormation, request(parent())));
    expect(stack.events.find(({ status }) => status === 'UPDATE_FAILED')?.reason).toContain(
      'was not successfully updated: ',
    );
    expect([stack.status, childOf(here).status]).toEqual([
      'UPDATE_ROLLBACK_COMPLETE',
      'UPDATE_ROLLBACK_COMPLETE',
    ]);
    expect(here.world.roles.size).toBe(0);
  });
});

describe('what is wrong with a nested template is said before the first call', () => {
  test.each([
    [
      'a file that is not there',
      parent().replace('network.yml', 'gone.yml'),
      network,
      'site.yml:2: Resources.Network.Properties.TemplateURL: there is no file nested/gone.yml',
    ],
    [
      'a URL',
      parent().replace('nested/network.yml', 'https://example.com/network.yml'),
      network,
      'TemplateURL: must be the path of a template, from the folder of this one on',
    ],
    [
      'an output that it does not have',
      parent().replace('Outputs.Zone', 'Outputs.Zones'),
      network,
      'Resources.Record.Properties.HostedZoneId: nested/network.yml has no output Zones; it has Zone',
    ],
    [
      'an attribute that is no output',
      parent().replace('Outputs.Zone', 'Arn'),
      network,
      'AWS::CloudFormation::Stack has no attribute Arn here',
    ],
    [
      'a parameter that it does not have',
      parent('{ Name: example.com, Q: 1 }'),
      network,
      'nested/network.yml:2: Parameters: the template has no parameter Q',
    ],
    [
      'a property inside it',
      parent(),
      network.replace('{ Name: !Ref Name }', '{ Nmae: !Ref Name }'),
      'nested/network.yml:4: Resources.Zone.Properties: Name is missing',
    ],
    [
      'a template that is nested in itself',
      parent(),
      network.replace(
        'Outputs:',
        '  Again: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: network.yml, Parameters: { Name: a } } }\nOutputs:',
      ),
      'Resources.Again.Properties.TemplateURL: nested/network.yml would be nested in itself',
    ],
  ])('%s', async (_what, text, child, message) => {
    const here = place(folder({ 'nested/network.yml': child }));
    expect(await refusalOf(() => createStack(here, request(text)))).toContain(message);
    expect(here.requests).toEqual([]);
  });

  test('one that waits for a parameter fails its resource when that is known', async () => {
    const waiting = template(
      zone,
      `
  Network: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: nested/network.yml, Parameters: { Name: !Ref Zone } } }`,
    );
    const strict = network.replace('{ Type: String }', '{ Type: String, MaxLength: 3 }');
    const { stack } = await deployed(waiting, folder({ 'nested/network.yml': strict }));
    expect(stack.status).toBe('ROLLBACK_COMPLETE');
    expect(stack.events.find(({ status }) => status === 'CREATE_FAILED')?.reason).toContain(
      'is not between 0 and 3 characters long',
    );
  });
});
