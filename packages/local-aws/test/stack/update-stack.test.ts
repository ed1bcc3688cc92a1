import { updateStack } from '../../src/stack';
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

  test.each([
    [
      'a property that needs a new resource',
      template(zone.replace('example.com', 'example.org')),
      'Resources.Zone.Properties.Name: Name of AWS::Route53::HostedZone cannot be changed in place, and the local stack driver does not replace resources',
    ],
    [
      'another type under the same name',
      template(distribution().replace('Target:', 'Zone:')),
      'Resources.Zone.Type: changes from AWS::Route53::HostedZone to AWS::CloudFront::Distribution',
    ],
    ['nothing', template(zone), 'no updates are to be performed on stack site'],
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
});
