import * as route53 from '@aws-sdk/client-route-53';
import type { Walk } from './walk';

/** Hosted zones and their records. */
export function walkRoute53(walk: Walk): void {
  test('a zone, its records, a change that comes INSYNC', async () => {
    const client = walk.clients.route53;
    const none = await client.send(new route53.ListHostedZonesCommand({}));
    expect(none.HostedZones).toEqual([]);
    const created = await client.send(
      new route53.CreateHostedZoneCommand({ Name: 'example.com', CallerReference: 'once' }),
    );
    expect(created.Location).toMatch(/\/2013-04-01\/hostedzone\/Z/);
    const Id = created.HostedZone!.Id!;
    const record = (Value: string): route53.ResourceRecordSet => ({
      Name: 'a.example.com',
      Type: 'CNAME',
      TTL: 60,
      ResourceRecords: [{ Value }],
    });
    const change = (Action: route53.ChangeAction) =>
      client.send(
        new route53.ChangeResourceRecordSetsCommand({
          HostedZoneId: Id,
          ChangeBatch: { Changes: [{ Action, ResourceRecordSet: record('d1.cloudfront.net') }] },
        }),
      );
    const { ChangeInfo } = await change('CREATE');
    expect(ChangeInfo?.Status).toBe('PENDING');
    walk.later();
    const settled = await client.send(new route53.GetChangeCommand({ Id: ChangeInfo!.Id }));
    expect(settled.ChangeInfo?.Status).toBe('INSYNC');
    await expect(change('CREATE')).rejects.toBeInstanceOf(route53.InvalidChangeBatch);
    const { ResourceRecordSets } = await client.send(
      new route53.ListResourceRecordSetsCommand({ HostedZoneId: Id, StartRecordName: 'a.example.com' }),
    );
    expect(ResourceRecordSets).toEqual([{ ...record('d1.cloudfront.net'), Name: 'a.example.com.' }]);
    const zone = await client.send(new route53.GetHostedZoneCommand({ Id }));
    expect(zone.DelegationSet?.NameServers).toHaveLength(4);
    const byName = await client.send(new route53.ListHostedZonesByNameCommand({ DNSName: 'example.com' }));
    expect(byName.HostedZones?.[0]?.Name).toBe('example.com.');
    await change('DELETE');
    await client.send(new route53.DeleteHostedZoneCommand({ Id }));
  });
}
