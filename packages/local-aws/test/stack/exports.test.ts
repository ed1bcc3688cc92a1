// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates under test write Fn::Sub so.
import { createStack, deleteStack, updateStack } from '../../src/stack';
import { deployed, lines, type Place, record, refusalOf, request, template, zone } from './support';

/** Exports the zone's id, or `value`. */
const exporting = (value = '!Ref Zone', name = "!Sub '${AWS::StackName}-Zone'") =>
  `${template(zone)}Outputs: { Zone: { Description: the zone, Value: ${value}, Export: { Name: ${name} } } }\n`;
const importing = template(record().replace('!Ref Zone', '!ImportValue network-Zone'));

/** The stack `network`, which exports, and `site`, which imports. */
async function both() {
  const { here } = await deployed(exporting(), {}, 'network');
  const site = await here.finish((cloudFormation) => createStack(cloudFormation, request(importing)));
  return { here, site };
}
const network = (here: Place) => [...here.stacks.values()].find(({ name }) => name === 'network')!;
const update = (here: Place, name: string, text: string) =>
  here.finish((cloudFormation) => updateStack(cloudFormation, request(text, { name })));
const remove = (here: Place, name: string) =>
  here.finish((cloudFormation) => deleteStack(cloudFormation, request('', { name })));

describe('an export', () => {
  test('is what another stack of the account and region imports', async () => {
    const { here, site } = await both();
    const [hostedZone] = here.world.hostedZones.values();
    expect(site.status).toBe('CREATE_COMPLETE');
    expect(hostedZone!.records.map(({ Name }) => Name)).toContain('a.example.com.');
    expect([...here.world.exports.values()]).toMatchObject([
      { name: 'network-Zone', value: hostedZone!.id, stackId: network(here).id },
    ]);
    expect(here.world.stacks.get(site.id)?.imports).toEqual(['network-Zone']);
    expect(here.world.stacks.get(network(here).id)?.outputs).toEqual([
      { key: 'Zone', value: hostedZone!.id, description: 'the zone', exportName: 'network-Zone' },
    ]);
  });

  test.each([
    ['another region', { region: 'eu-west-1' }],
    ['another account', { accountId: '636696000000' }],
  ])('is not there for %s', async (_where, elsewhere) => {
    const { here } = await deployed(exporting(), {}, 'network');
    const site = await here.finish((cloudFormation) =>
      createStack(cloudFormation, request(importing, elsewhere)),
    );
    expect(site.status).toBe('ROLLBACK_COMPLETE');
    expect(lines(site.events)).toEqual([
      'site CREATE_IN_PROGRESS',
      'site ROLLBACK_IN_PROGRESS',
      'site ROLLBACK_COMPLETE',
    ]);
    expect(site.events[1]?.reason).toBe('No export named network-Zone found. Rollback requested by user.');
  });

  test('whose name another stack has is not made, and the stack goes back', async () => {
    const { here } = await deployed(exporting(), {}, 'network');
    const twin = await here.finish((cloudFormation) =>
      createStack(
        cloudFormation,
        request(exporting('!Ref Zone', 'network-Zone').replace('example.com', 'example.org')),
      ),
    );
    expect(twin.status).toBe('ROLLBACK_COMPLETE');
    expect(twin.events.find(({ status }) => status === 'ROLLBACK_IN_PROGRESS')?.reason).toContain(
      'Export with name network-Zone is already exported by stack network.',
    );
  });

  test('goes with its stack', async () => {
    const { here } = await deployed(exporting(), {}, 'network');
    expect((await remove(here, 'network')).status).toBe('DELETE_COMPLETE');
    expect(here.world.exports.size).toBe(0);
  });

  test('whose name hangs on a resource is refused before the first call', async () => {
    const refusal = refusalOf(() => deployed(exporting('1', '!Ref Zone')));
    expect(await refusal).toContain(
      'Outputs.Zone.Export.Name: the name of an export must not hang on a resource (Zone)',
    );
  });
});

describe('an export that is in use', () => {
  test.each([
    ['changed', exporting('other'), 'Export network-Zone cannot be updated as it is in use by site'],
    [
      'renamed',
      exporting('!Ref Zone', 'else'),
      'Export network-Zone cannot be deleted as it is in use by site',
    ],
    ['left out', template(zone, record()), 'Export network-Zone cannot be deleted as it is in use by site'],
  ])('cannot be %s: the update goes back', async (_what, text, reason) => {
    const { here } = await both();
    const before = [...here.world.exports.values()];
    const stack = await update(here, 'network', text.replace('a.example.com', 'b.example.com'));
    expect(stack.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(stack.events.find(({ status }) => status === 'UPDATE_ROLLBACK_IN_PROGRESS')?.reason).toBe(reason);
    expect([...here.world.exports.values()]).toEqual(before);
  });

  test('keeps its stack from being deleted: nothing is touched', async () => {
    const { here } = await both();
    const stack = await remove(here, 'network');
    expect([stack.status, stack.statusReason]).toEqual([
      'CREATE_COMPLETE',
      'Delete canceled. Cannot delete export network-Zone as it is in use by site.',
    ]);
    expect(here.world.hostedZones.size).toBe(1);
  });

  test.each([
    ['deleted', (here: Place) => remove(here, 'site')],
    ['updated to do without', (here: Place) => update(here, 'site', template(zone.replace('.com', '.org')))],
  ])('is free when the importing stack is %s', async (_how, leave) => {
    const { here } = await both();
    await leave(here);
    expect((await remove(here, 'network')).status).toBe('DELETE_COMPLETE');
  });
});
