import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53';
import { changeResourceRecordSets } from '../../src/world/route53/change-resource-record-sets';
import { addZone, administrator, alias, bareWorld, record } from '../support/bare-world';
import { refusal } from '../support/refusal';

const present = [
  record('a.example.com.', 'CNAME', ['d111111abcdef8.cloudfront.net']),
  record('b.example.com.', 'A', ['192.0.2.1', '192.0.2.2']),
];

function zoneInWorld() {
  const world = bareWorld();
  const zone = addZone(world, 'example.com.', present);
  const change = (...changes: [Change['Action'], ResourceRecordSet][]) =>
    changeResourceRecordSets.perform(
      world,
      {
        HostedZoneId: `/hostedzone/${zone.id}`,
        ChangeBatch: {
          Changes: changes.map(([Action, ResourceRecordSet]) => ({ Action, ResourceRecordSet })),
        },
      },
      administrator(),
    );
  return { zone, change, names: () => zone.records.map((set) => `${set.Name} ${set.Type}`) };
}

const addresses = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `192.0.${Math.floor(n / 250)}.${n % 250}`);

describe('a batch is taken', () => {
  test.each<[string, [Change['Action'], ResourceRecordSet][], string[]]>([
    [
      'that creates a set',
      [['CREATE', record('new.example.com', 'A', ['192.0.2.9'])]],
      ['new.example.com. A'],
    ],
    [
      'that writes over a set',
      [['UPSERT', record('b.example.com', 'A', ['192.0.2.9'])]],
      ['b.example.com. A'],
    ],
    [
      'that makes room for another type first',
      [
        ['DELETE', record('a.example.com.', 'CNAME', ['d111111abcdef8.cloudfront.net'])],
        ['CREATE', alias('a.example.com.', 'A', 'd111111abcdef8.cloudfront.net')],
        ['CREATE', alias('a.example.com.', 'HTTPS', 'd111111abcdef8.cloudfront.net')],
      ],
      ['a.example.com. A', 'a.example.com. HTTPS'],
    ],
    [
      'that deletes values in another order',
      [['DELETE', record('B.Example.com', 'A', ['192.0.2.2', '192.0.2.1'])]],
      ['a.example.com. CNAME'],
    ],
    [
      'with an ALIAS to a name of the zone',
      [['CREATE', alias('c.example.com', 'A', 'b.example.com', 'Z1')]],
      ['c.example.com. A'],
    ],
    [
      'with a wildcard, stored escaped',
      [['CREATE', record('*.example.com', 'A', ['192.0.2.9'])]],
      ['\\052.example.com. A'],
    ],
    [
      'with TXT in quotes',
      [['CREATE', record('_a.example.com', 'TXT', ['"one" "two"', '"three"'])]],
      ['_a.example.com. TXT'],
    ],
  ])('%s', (_, changes, expected) => {
    const { change, names } = zoneInWorld();
    expect(change(...changes).ChangeInfo).toMatchObject({
      Id: expect.stringMatching(/^\/change\/C/),
      Status: 'PENDING',
    });
    expect(names()).toEqual(expect.arrayContaining(expected));
  });
});

describe('a batch is refused', () => {
  test.each<[string, [Change['Action'], ResourceRecordSet][], string]>([
    [
      'that creates what is there',
      [['CREATE', record('b.example.com', 'A', ['192.0.2.9'])]],
      "InvalidChangeBatch 400: [Tried to create resource record set [name='b.example.com.', type='A'] but it already exists]",
    ],
    [
      'that deletes what is not there',
      [['DELETE', record('x.example.com', 'A', ['192.0.2.9'])]],
      "InvalidChangeBatch 400: [Tried to delete resource record set [name='x.example.com.', type='A'] but it was not found]",
    ],
    [
      'that deletes with another TTL',
      [['DELETE', record('b.example.com', 'A', ['192.0.2.1', '192.0.2.2'], 60)]],
      "InvalidChangeBatch 400: [Tried to delete resource record set [name='b.example.com.', type='A'] but the values provided do not match the current values]",
    ],
    [
      'for a sibling of the zone, the trap of the ownership TXT at an apex',
      [['CREATE', record('_example.com', 'TXT', ['"d111111abcdef8.cloudfront.net"'])]],
      'InvalidChangeBatch 400: [RRSet with DNS name _example.com. is not permitted in zone example.com.]',
    ],
    [
      'with a CNAME at the apex',
      [['CREATE', record('example.com', 'CNAME', ['d111111abcdef8.cloudfront.net'])]],
      'InvalidChangeBatch 400: [RRSet of type CNAME with DNS name example.com. is not permitted at apex in zone example.com.]',
    ],
    [
      'with a CNAME beside other records',
      [['UPSERT', record('b.example.com', 'CNAME', ['d111111abcdef8.cloudfront.net'])]],
      'InvalidChangeBatch 400: [RRSet of type CNAME with DNS name b.example.com. is not permitted as it conflicts with other records with the same DNS name in zone example.com.]',
    ],
    [
      'that makes room for a CNAME only afterwards',
      [
        ['CREATE', alias('a.example.com.', 'A', 'd111111abcdef8.cloudfront.net')],
        ['DELETE', record('a.example.com.', 'CNAME', ['d111111abcdef8.cloudfront.net'])],
      ],
      'InvalidChangeBatch 400: [RRSet of type A with DNS name a.example.com. is not permitted because a conflicting RRSet of type CNAME with the same DNS name already exists in zone example.com.]',
    ],
    [
      'that names one set twice',
      [
        ['UPSERT', record('n.example.com', 'A', ['192.0.2.9'])],
        ['UPSERT', record('n.example.com', 'A', ['192.0.2.8'])],
      ],
      "InvalidChangeBatch 400: [The request contains an invalid set of changes for a resource record set 'A n.example.com.']",
    ],
    [
      'that deletes one set twice',
      [
        ['DELETE', record('b.example.com', 'A', ['192.0.2.1', '192.0.2.2'])],
        ['DELETE', record('b.example.com', 'A', ['192.0.2.1', '192.0.2.2'])],
      ],
      "InvalidChangeBatch 400: [The request contains an invalid set of changes for a resource record set 'A b.example.com.', Tried to delete resource record set [name='b.example.com.', type='A'] but it was not found]",
    ],
    [
      'with an empty label',
      [['CREATE', record('a..example.com', 'A', ['192.0.2.9'])]],
      "InvalidChangeBatch 400: [FATAL problem: DomainLabelEmpty (Domain label is empty) encountered with 'a..example.com.']",
    ],
    [
      'with one value twice',
      [['CREATE', record('c.example.com', 'A', ['192.0.2.9', '192.0.2.9'])]],
      "InvalidChangeBatch 400: [Duplicate Resource Record: '192.0.2.9']",
    ],
    [
      'with a TTL below zero',
      [['CREATE', record('c.example.com', 'A', ['192.0.2.9'], -1)]],
      "InvalidInput 400: 1 validation error detected: Value '-1' of the TTL of c.example.com A failed to satisfy constraint: Member must have value between 0 and 2147483647",
    ],
    [
      'that is empty',
      [],
      "InvalidInput 400: Invalid XML ; cvc-complex-type.2.4.b: The content of element 'Changes' is not complete. One of '{\"https://route53.amazonaws.com/doc/2013-04-01/\":Change}' is expected.",
    ],
    [
      'with more than 1000 records, an UPSERT counted twice',
      addresses(501).map((address, n) => ['UPSERT', record(`n${n}.example.com`, 'A', [address])]),
      'InvalidChangeBatch 400: [Number of records limit of 1000 exceeded.]',
    ],
    [
      'with more than 32000 characters of values',
      addresses(160).map((_, n) => ['CREATE', record(`n${n}.example.com`, 'TXT', [`"${'x'.repeat(200)}"`])]),
      'InvalidChangeBatch 400: [RDATA character limit of 32000 exceeded.]',
    ],
    [
      'with more than 400 values in one set',
      [['CREATE', record('c.example.com', 'A', addresses(401))]],
      'InvalidChangeBatch 400: [Cannot have more than 400 records in a RRSet.]',
    ],
    [
      'that takes the SOA away',
      [
        [
          'DELETE',
          record(
            'example.com',
            'SOA',
            ['ns-1.awsdns-00.com. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400'],
            900,
          ),
        ],
      ],
      'InvalidChangeBatch 400: [A HostedZone must contain exactly one SOA record.]',
    ],
    [
      'with an ALIAS to CloudFront that is no name of CloudFront',
      [['CREATE', alias('c.example.com', 'A', 'elsewhere.test')]],
      'InvalidChangeBatch 400: [Tried to create an alias that targets elsewhere.test., type A in zone Z2FDTNDATAQYW2, but the alias target name does not lie within the target zone]',
    ],
    [
      'with a TXT without quotes',
      [['CREATE', record('_a.example.com', 'TXT', ['bare'])]],
      "InvalidChangeBatch 400: [Invalid Resource Record: 'FATAL problem: InvalidCharacterString (Value should be enclosed in quotation marks) encountered with 'bare'']",
    ],
    [
      'with a TTL on an ALIAS',
      [['CREATE', { ...alias('c.example.com', 'A', 'd1.cloudfront.net'), TTL: 60 }]],
      'InvalidInput 400: Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found more than one in Change with [Action=CREATE, Name=c.example.com, Type=A, SetIdentifier=null]',
    ],
    [
      'with a routing policy, which is not modelled',
      [['CREATE', { ...record('c.example.com', 'A', ['192.0.2.9']), SetIdentifier: 'blue', Weight: 1 }]],
      'InvalidInput 400: The local AWS does not model routing policies yet: leave SetIdentifier out of c.example.com A',
    ],
  ])('%s', (_, changes, expected) => {
    const { change } = zoneInWorld();
    expect(refusal(() => change(...changes))).toBe(expected);
  });

  test('as a whole, and says everything that is wrong', () => {
    const { change, zone } = zoneInWorld();
    const before = zone.records;
    const said = refusal(() =>
      change(
        ['CREATE', record('good.example.com', 'A', ['192.0.2.9'])],
        ['CREATE', record('example.org', 'A', ['192.0.2.9'])],
        ['CREATE', record('bad.example.com', 'A', ['192.0.2.999'])],
      ),
    );
    expect(said).toContain('is not permitted in zone example.com.');
    expect(said).toContain('ARRDATAIllegalIPv4Address');
    expect(zone.records).toBe(before);
    expect(zone.pending).toEqual([]);
  });
});

test('a zone holds 10000 sets and no more', () => {
  const { change, zone } = zoneInWorld();
  const fill = Array.from({ length: 9996 }, (_, n) => record(`n${n}.example.com.`, 'A', ['192.0.2.9']));
  zone.records = [...zone.records, ...fill];
  expect(zone.records).toHaveLength(10_000);
  const more = () => change(['CREATE', record('more.example.com', 'A', ['192.0.2.9'])]);
  expect(refusal(more)).toBe('InvalidChangeBatch 400: [Exceeded limit MAX_RRSETS_BY_ZONE for zone: Z1]');
});

test('nobody changes the zone of another account', () => {
  const world = bareWorld();
  const zone = addZone(world, 'example.com.', present);
  const batch = {
    Changes: [{ Action: 'UPSERT' as const, ResourceRecordSet: record('b.example.com', 'A', ['192.0.2.9']) }],
  };
  const call = () =>
    changeResourceRecordSets.perform(
      world,
      { HostedZoneId: zone.id, ChangeBatch: batch },
      administrator('222222222222'),
    );
  expect(refusal(call)).toBe(
    'AccessDenied 403: User: arn:aws:iam::222222222222:root is not authorized to access this resource',
  );
});
