import { createHostedZone } from '../../src/world/route53/create-hosted-zone';
import { deleteHostedZone } from '../../src/world/route53/delete-hosted-zone';
import { getHostedZone } from '../../src/world/route53/get-hosted-zone';
import { listHostedZones } from '../../src/world/route53/list-hosted-zones';
import { listHostedZonesByName } from '../../src/world/route53/list-hosted-zones-by-name';
import { listResourceRecordSets } from '../../src/world/route53/list-resource-record-sets';
import { addZone, administrator, bareWorld, record } from '../support/bare-world';
import { refusal } from '../support/refusal';

const create = (world = bareWorld(), reference = 'first') =>
  createHostedZone.perform(world, { Name: 'Example.com', CallerReference: reference }, administrator());

describe('a new zone', () => {
  test('has four name servers, and its SOA and NS', () => {
    const world = bareWorld();
    const { HostedZone, DelegationSet, ChangeInfo, Location } = create(world);
    expect(DelegationSet?.NameServers).toEqual([
      expect.stringMatching(/^ns-\d+\.awsdns-\d\d\.com$/),
      expect.stringMatching(/^ns-\d+\.awsdns-\d\d\.net$/),
      expect.stringMatching(/^ns-\d+\.awsdns-\d\d\.org$/),
      expect.stringMatching(/^ns-\d+\.awsdns-\d\d\.co\.uk$/),
    ]);
    expect(HostedZone).toMatchObject({
      Id: expect.stringMatching(/^\/hostedzone\/Z/),
      Name: 'example.com.',
      ResourceRecordSetCount: 2,
    });
    expect(ChangeInfo?.Status).toBe('PENDING');
    expect(Location).toContain(HostedZone?.Id);
    const { ResourceRecordSets } = listResourceRecordSets.perform(
      world,
      { HostedZoneId: HostedZone?.Id },
      administrator(),
    );
    expect(ResourceRecordSets?.map((set) => set.Type)).toEqual(['NS', 'SOA']);
  });

  test('needs a caller reference of its own', () => {
    const world = bareWorld();
    create(world);
    expect(refusal(() => create(world))).toMatch(/^HostedZoneAlreadyExists 409/);
    expect(create(world, 'second').HostedZone?.Name).toBe('example.com.');
    const elsewhere = { Name: 'example.com', CallerReference: 'first' };
    createHostedZone.perform(world, elsewhere, administrator('222222222222'));
  });

  test('can be deleted by its id in either form, once it is empty', () => {
    const world = bareWorld();
    const id = create(world).HostedZone?.Id;
    const full = addZone(world, 'full.test.', [record('a.full.test.', 'A', ['192.0.2.1'])], 'ZFULL');
    expect(refusal(() => deleteHostedZone.perform(world, { Id: full.id }, administrator()))).toMatch(
      /^HostedZoneNotEmpty 400/,
    );
    expect(deleteHostedZone.perform(world, { Id: id }, administrator()).ChangeInfo?.Id).toMatch(
      /^\/change\/C/,
    );
    expect(refusal(() => getHostedZone.perform(world, { Id: id }, administrator()))).toBe(
      `NoSuchHostedZone 404: No hosted zone found with ID: ${id?.replace('/hostedzone/', '')}`,
    );
  });
});

describe('lists of zones', () => {
  const world = bareWorld();
  for (const [at, name] of ['b.example.', 'a.test.', 'a.example.'].entries())
    addZone(world, name, [], `Z${at}`);

  test('go by id, page by page', () => {
    const first = listHostedZones.perform(world, { MaxItems: 2 }, administrator());
    expect(first).toMatchObject({ IsTruncated: true, NextMarker: 'Z2' });
    const second = listHostedZones.perform(world, { MaxItems: 2, Marker: first.NextMarker }, administrator());
    expect(second.HostedZones?.map((zone) => zone.Id)).toEqual(['/hostedzone/Z2']);
  });

  test('go by the name with its labels reversed', () => {
    const list = (DNSName?: string) =>
      listHostedZonesByName
        .perform(world, { DNSName }, administrator())
        .HostedZones?.map((zone) => zone.Name);
    expect(list()).toEqual(['a.example.', 'b.example.', 'a.test.']);
    expect(list('b.example')).toEqual(['b.example.', 'a.test.']);
  });

  test('hold the zones of the own account only', () => {
    expect(listHostedZones.perform(world, {}, administrator('222222222222')).HostedZones).toEqual([]);
  });
});

describe('a list of record sets', () => {
  const world = bareWorld();
  const names = [
    'www.example.com.',
    'example-mail.example.com.',
    '\\052.example.com.',
    'a.www.example.com.',
    '_a.example.com.',
  ];
  const zone = addZone(world, 'example.com.', [
    ...names.map((name) => record(name, 'A', ['192.0.2.1'])),
    record('www.example.com.', 'AAAA', ['2001:db8::1']),
  ]);
  const list = (input: object) =>
    listResourceRecordSets.perform(world, { HostedZoneId: zone.id, ...input }, administrator());

  test('goes by the name with its labels reversed, then by type', () => {
    expect(list({}).ResourceRecordSets?.map((set) => `${set.Name} ${set.Type}`)).toEqual([
      'example.com. NS',
      'example.com. SOA',
      '\\052.example.com. A',
      '_a.example.com. A',
      'example-mail.example.com. A',
      'www.example.com. A',
      'www.example.com. AAAA',
      'a.www.example.com. A',
    ]);
  });

  test('starts at a name and type, in any spelling', () => {
    const { ResourceRecordSets } = list({
      StartRecordName: 'WWW.example.com',
      StartRecordType: 'AAAA',
      MaxItems: 1,
    });
    expect(ResourceRecordSets).toEqual([expect.objectContaining({ Name: 'www.example.com.', Type: 'AAAA' })]);
  });

  test('can be read to its end in pages of any size', () => {
    for (const MaxItems of [1, 2, 3, 7]) {
      const seen: string[] = [];
      let page = list({ MaxItems });
      for (;;) {
        seen.push(...(page.ResourceRecordSets ?? []).map((set) => `${set.Name} ${set.Type}`));
        if (!page.IsTruncated) break;
        page = list({ MaxItems, StartRecordName: page.NextRecordName, StartRecordType: page.NextRecordType });
      }
      expect(seen).toHaveLength(8);
      expect(new Set(seen).size).toBe(8);
    }
  });
});
