import { updateStack } from '../../src/stack';
import { answer } from '../../src/world/gate';
import { deployed, lines, type place, record, request, role, template, zone } from './support';

const renamed = (text: string) => text.replace('example.com }', 'example.org }');
const inNewZone = record().replace('a.example.com', 'a.example.org');

const updated = async (from: string, to: string, options: Parameters<typeof place>[0] = {}) => {
  const { here } = await deployed(from, options);
  const before = here.requests.length;
  const stack = await here.finish((cloudFormation) => updateStack(cloudFormation, request(to)));
  return { here, stack, requests: here.requests.slice(before) };
};
const zonesOf = ({ world }: { world: { hostedZones: Map<string, { name: string }> } }) =>
  [...world.hostedZones.values()].map(({ name }) => name);

describe('a property that cannot be changed', () => {
  test('makes a new resource, then changes what depends on it, then deletes the old ones, last first', async () => {
    const { here, stack } = await updated(template(zone, record()), renamed(template(zone, inNewZone)));
    expect(lines(stack.events).slice(-11)).toEqual([
      'site UPDATE_IN_PROGRESS',
      'Zone UPDATE_IN_PROGRESS',
      'Zone UPDATE_COMPLETE',
      'Record UPDATE_IN_PROGRESS',
      'Record UPDATE_COMPLETE',
      'site UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'Record DELETE_IN_PROGRESS',
      'Record DELETE_COMPLETE',
      'Zone DELETE_IN_PROGRESS',
      'Zone DELETE_COMPLETE',
      'site UPDATE_COMPLETE',
    ]);
    expect(stack.events.at(-10)?.reason).toBe(
      'Requested update requires the creation of a new physical resource; hence creating one.',
    );
    expect(zonesOf(here)).toEqual(['example.org.']);
    expect(stack.resources.get('Zone')?.made?.physicalId).toBe([...here.world.hostedZones.keys()][0]);
  });

  test('tells in its events which of the two resources goes', async () => {
    const { here, stack } = await updated(template(zone), renamed(template(zone)));
    const [made] = here.world.hostedZones.keys();
    const ids = (status: string) =>
      stack.events
        .filter((event) => event.logicalId === 'Zone' && event.status === status)
        .map(({ physicalId }) => physicalId);
    expect(ids('UPDATE_COMPLETE')).toEqual([made]);
    expect(ids('DELETE_IN_PROGRESS')).toEqual(ids('CREATE_COMPLETE'));
    expect(here.world.stacks.get(stack.id)?.resources).toMatchObject([
      { logicalId: 'Zone', physicalId: made, status: 'UPDATE_COMPLETE' },
    ]);
  });

  test('makes what depends on it by a value new as well', async () => {
    const named = (name: string) =>
      `${role(name)}${role(`!Sub '\${Reader}-twin'`).replace('Reader:', 'Twin:')}`;
    const { here, stack } = await updated(template(named('one')), template(named('two')));
    expect(stack.status).toBe('UPDATE_COMPLETE');
    expect([...here.world.roles.values()].map(({ name }) => name)).toEqual(['two', 'two-twin']);
  });

  test('keeps the old resource where UpdateReplacePolicy says so', async () => {
    const kept = (text: string) => text.replace('Zone: {', 'Zone: { UpdateReplacePolicy: Retain,');
    const { here, stack } = await updated(kept(template(zone)), renamed(kept(template(zone))));
    expect(lines(stack.events).slice(-3)).toEqual([
      'site UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'Zone DELETE_SKIPPED',
      'site UPDATE_COMPLETE',
    ]);
    expect(zonesOf(here)).toEqual(['example.com.', 'example.org.']);
  });
});

describe('a replacement on the way back', () => {
  const twins = [role('reader'), role('reader').replace('Reader:', 'Twin:')];

  test('is taken back without a call, and its new resource goes in the end', async () => {
    const { here, stack } = await updated(
      template(zone, record()),
      renamed(template(zone, inNewZone, ...twins)),
    );
    const from = lines(stack.events).indexOf('site UPDATE_ROLLBACK_IN_PROGRESS');
    expect(lines(stack.events).slice(from)).toEqual([
      'site UPDATE_ROLLBACK_IN_PROGRESS',
      'Zone UPDATE_COMPLETE',
      'Record UPDATE_COMPLETE',
      'site UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
      'Reader DELETE_IN_PROGRESS',
      'Reader DELETE_COMPLETE',
      'Record DELETE_IN_PROGRESS',
      'Record DELETE_COMPLETE',
      'Zone DELETE_IN_PROGRESS',
      'Zone DELETE_COMPLETE',
      'site UPDATE_ROLLBACK_COMPLETE',
    ]);
    expect(zonesOf(here)).toEqual(['example.com.']);
    expect(stack.resources.get('Zone')?.made?.physicalId).toBe([...here.world.hostedZones.keys()][0]);
  });

  test('changes back what pointed at the new one', async () => {
    const pointing = (name: string) => [
      role(name),
      `
  Alias: { Type: AWS::Route53::RecordSet, Properties: { HostedZoneId: !Ref Zone, Name: t.example.com, Type: TXT, TTL: 60, ResourceRecords: [!Sub '"\${Reader}"'] } }`,
    ];
    const { here, stack } = await updated(
      template(zone, ...pointing('one')),
      template(zone, ...pointing('two'), ...twins.map((twin) => twin.replace(/(Reader|Twin):/, 'x$1:'))),
    );
    expect(stack.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    const [hostedZone] = here.world.hostedZones.values();
    expect(
      (hostedZone as unknown as { records: { Name: string; ResourceRecords?: unknown }[] }).records,
    ).toContainEqual(
      expect.objectContaining({ Name: 't.example.com.', ResourceRecords: [{ Value: '"one"' }] }),
    );
  });

  test('of one that failed half way deletes the half', async () => {
    const broken: typeof answer = (world, asked) =>
      asked.operation === 'GetChange' && world.hostedZones.size > 1
        ? { kind: 'failure', code: 'AccessDenied', status: 403, message: 'not you', latencyMs: 1 }
        : answer(world, asked);
    const { here, stack } = await updated(template(zone), renamed(template(zone)), { answer: broken });
    expect(stack.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(zonesOf(here)).toEqual(['example.com.']);
  });
});
