import { updateStack } from '../../src/stack';
import { answer } from '../../src/world/gate';
import {
  deployed,
  distribution,
  lines,
  type place,
  record,
  refusalOf,
  request,
  role,
  template,
  zone,
} from './support';

describe('an update', () => {
  const updated = async (from: string, to: string, options: Parameters<typeof place>[0] = {}) => {
    const { here } = await deployed(from, options);
    const before = here.requests.length;
    const stack = await here.finish((cloudFormation) => updateStack(cloudFormation, request(to)));
    return { here, stack, requests: here.requests.slice(before) };
  };

  test('changes, adds and removes what is different, and leaves the rest alone', async () => {
    const { stack, here } = await updated(
      template(zone, record(), role()),
      template(zone, record('192.0.2.2'), distribution()),
    );
    expect(stack.status).toBe('UPDATE_COMPLETE');
    expect(lines(stack.events).slice(-9)).toEqual([
      'site UPDATE_IN_PROGRESS',
      'Record UPDATE_IN_PROGRESS',
      'Record UPDATE_COMPLETE',
      'Target CREATE_IN_PROGRESS',
      'Target CREATE_COMPLETE',
      'site UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'Reader DELETE_IN_PROGRESS',
      'Reader DELETE_COMPLETE',
      'site UPDATE_COMPLETE',
    ]);
    const [hostedZone] = here.world.hostedZones.values();
    expect(hostedZone!.records.find(({ Name }) => Name === 'a.example.com.')?.ResourceRecords).toEqual([
      { Value: '192.0.2.2' },
    ]);
    expect([...stack.resources.keys()]).toEqual(['Zone', 'Record', 'Target']);
  });

  test('of a distribution keeps its caller reference and waits for Deployed', async () => {
    const { here, stack } = await updated(
      template(distribution()),
      template(distribution('Comment: second')),
    );
    const [made] = here.world.distributions.values();
    expect(stack.status).toBe('UPDATE_COMPLETE');
    expect(made!.config.Comment).toBe('second');
    expect(made!.deployedAt).toBeLessThanOrEqual(here.timeline.now());
  });

  test('that fails goes back to what was, and deletes what was added', async () => {
    const next = template(
      zone,
      record('192.0.2.2'),
      role('reader'),
      role('reader').replace('Reader:', 'Twin:'),
    );
    const { stack, here } = await updated(template(zone, record()), next);
    expect(stack.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    const [hostedZone] = here.world.hostedZones.values();
    expect(hostedZone!.records.find(({ Name }) => Name === 'a.example.com.')?.ResourceRecords).toEqual([
      { Value: '192.0.2.1' },
    ]);
    expect(here.world.roles.size).toBe(0);
    expect([...stack.resources.keys()]).toEqual(['Zone', 'Record']);
  });

  test('of a distribution that fails goes back in the order in which its resources need each other', async () => {
    const failing = template(
      zone,
      record('192.0.2.2'),
      distribution('Comment: second'),
      role('reader'),
      role('reader').replace('Reader:', 'Twin:'),
    );
    const { stack } = await updated(template(zone, record(), distribution('Comment: first')), failing);
    const from = lines(stack.events).indexOf('site UPDATE_ROLLBACK_IN_PROGRESS');
    expect(lines(stack.events).slice(from)).toEqual([
      'site UPDATE_ROLLBACK_IN_PROGRESS',
      'Record UPDATE_IN_PROGRESS',
      'Record UPDATE_COMPLETE',
      'Target UPDATE_IN_PROGRESS',
      'Target UPDATE_COMPLETE',
      'site UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
      'Reader DELETE_IN_PROGRESS',
      'Reader DELETE_COMPLETE',
      'site UPDATE_ROLLBACK_COMPLETE',
    ]);
  });

  test('whose way back fails says so, and leaves what it added', async () => {
    let isBroken = false;
    const broken: typeof answer = (world, asked) => {
      if (isBroken && asked.operation === 'ChangeResourceRecordSets')
        return { kind: 'failure', code: 'InvalidChangeBatch', status: 400, message: 'no', latencyMs: 1 };
      isBroken = isBroken || JSON.stringify(asked.input).includes('192.0.2.2');
      return answer(world, asked);
    };
    const { stack } = await updated(
      template(zone, record()),
      template(zone, record('192.0.2.2'), role('reader'), role('reader').replace('Reader:', 'Twin:')),
      { answer: broken },
    );
    expect([stack.status, stack.statusReason]).toEqual([
      'UPDATE_ROLLBACK_FAILED',
      'The following resource(s) failed to update: [Record].',
    ]);
    expect([...stack.resources.keys()]).toEqual(['Zone', 'Record', 'Reader', 'Twin']);
  });

  test('with the way back switched off stays as it is where it failed', async () => {
    const { here } = await deployed(template(zone, record()));
    const twins = template(zone, record(), role('reader'), role('reader').replace('Reader:', 'Twin:'));
    const stack = await here.finish((cloudFormation) =>
      updateStack(cloudFormation, request(twins, { disableRollback: true })),
    );
    expect([stack.status, stack.statusReason]).toEqual([
      'UPDATE_FAILED',
      'The following resource(s) failed to update: [Twin].',
    ]);
    expect(here.world.roles.size).toBe(1);
  });

  test.each([
    [
      'a property that the driver cannot change',
      template(zone.replace('example.com', 'example.com, HostedZoneConfig: { Comment: c }')),
      'Resources.Zone.Properties.HostedZoneConfig: AWS changes HostedZoneConfig of AWS::Route53::HostedZone in place, and the local stack driver does not',
    ],
    [
      'another type under the same name',
      template(distribution().replace('Target:', 'Zone:')),
      'Resources.Zone.Type: changes from AWS::Route53::HostedZone to AWS::CloudFront::Distribution',
    ],
    ['nothing', template(zone), 'no updates are to be performed on stack site'],
    [
      'nothing but words about the template',
      `Description: new\n${template(zone)}`,
      'no updates are to be performed on stack site',
    ],
  ])('of %s is refused before anything is touched', async (_what, next, message) => {
    const { here } = await deployed(template(zone));
    const before = here.requests.length;
    expect(await refusalOf(() => updateStack(here, request(next)))).toContain(message);
    expect(here.requests).toHaveLength(before);
  });

  test('of a stack that was rolled back is refused', async () => {
    const { here } = await deployed(template(role(), role().replace('Reader:', 'Twin:')));
    expect(await refusalOf(() => updateStack(here, request(template(zone))))).toContain(
      'stack site is in ROLLBACK_COMPLETE and cannot be updated; delete it first',
    );
  });

  test('whose old resource cannot be deleted is complete all the same, and says so', async () => {
    const broken: typeof answer = (world, asked) =>
      JSON.stringify(asked.input).includes('"DELETE"')
        ? { kind: 'failure', code: 'InvalidChangeBatch', status: 400, message: 'no', latencyMs: 1 }
        : answer(world, asked);
    const { stack } = await updated(template(zone, record()), template(zone), { answer: broken });
    expect([stack.status, stack.statusReason]).toEqual([
      'UPDATE_COMPLETE',
      'Update successful. One or more resources could not be deleted.',
    ]);
    expect([...stack.resources.keys()]).toEqual(['Zone']);
  });
});
