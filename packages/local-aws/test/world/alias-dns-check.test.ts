import { advance } from '../../src/world/advance';
import type { Knobs } from '../../src/world/knobs';
import type { World } from '../../src/world/world';
import { claim, targetIn } from './claim';
import {
  aliases,
  cname,
  emptyCloud,
  existing,
  messageOf,
  outcome,
  startedAt,
  update,
  zoneWith,
} from './cloud';

const dnsMessage =
  'One or more aliases specified for the distribution includes an incorrectly configured DNS record that points to another CloudFront distribution. You must update the DNS record to correct the problem. For more information, see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html#alternate-domain-names-restrictions';

describe("CloudFront's DNS check of an added name", () => {
  const alias = (name: string, target: string) => ({
    Name: name,
    Type: 'A' as const,
    AliasTarget: { HostedZoneId: 'Z2FDTNDATAQYW2', DNSName: target, EvaluateTargetHealth: false },
  });
  const records: [string, Parameters<typeof zoneWith>[1], Partial<Knobs>, string][] = [
    ['no record at all', [], {}, 'ok'],
    ['a CNAME to the target itself', [cname('a.example.com', 'etarget.cloudfront.net')], {}, 'ok'],
    ['a CNAME away from CloudFront', [cname('a.example.com', 'proxy.example.net')], {}, 'ok'],
    [
      'a CNAME to another distribution, which need not exist any more',
      [cname('a.example.com', 'dgone.cloudfront.net')],
      {},
      'CNAMEAlreadyExists 409',
    ],
    [
      'a chain of CNAMEs that ends at another distribution',
      [cname('a.example.com', 'b.example.com'), cname('b.example.com', 'dgone.cloudfront.net')],
      {},
      'CNAMEAlreadyExists 409',
    ],
    [
      'a wildcard record to another distribution',
      [cname('*.example.com', 'dgone.cloudfront.net')],
      {},
      'CNAMEAlreadyExists 409',
    ],
    [
      'a wildcard record, and a more specific one as the way out',
      [cname('*.example.com', 'dgone.cloudfront.net'), cname('a.example.com', 'etarget.cloudfront.net')],
      {},
      'ok',
    ],
    [
      'a Route 53 ALIAS to another distribution hides it',
      [alias('a.example.com', 'dgone.cloudfront.net')],
      {},
      'ok',
    ],
    [
      'unless the knob dnsCheckSeesAlias is on',
      [alias('a.example.com', 'dgone.cloudfront.net')],
      { dnsCheckSeesAlias: true },
      'CNAMEAlreadyExists 409',
    ],
    [
      'an ALIAS to the target itself, with the knob on',
      [alias('a.example.com', 'etarget.cloudfront.net')],
      { dnsCheckSeesAlias: true },
      'ok',
    ],
  ];
  test.each(records)('%s', (_sentence, sets, knobs, expected) => {
    expect(outcome(claim((world) => zoneWith(world, sets), ['a.example.com'], knobs))).toBe(expected);
  });

  test('refuses a wildcard that a wildcard record sends to another distribution', () => {
    const furnish = (world: World) => void zoneWith(world, [cname('*.example.com', 'dgone.cloudfront.net')]);
    expect(outcome(claim(furnish, ['*.example.com']))).toBe('CNAMEAlreadyExists 409');
  });

  test('comes before uniqueness: of both problems DNS is told first', () => {
    const answered = claim(
      (world) => {
        existing(world, { id: 'ESOURCE', aliases: ['a.example.com'] });
        zoneWith(world, [cname('a.example.com', 'esource.cloudfront.net')]);
      },
      ['a.example.com'],
    );
    expect(messageOf(answered)).toBe(dnsMessage);
  });

  test('does not look at names that the distribution has already', () => {
    const world = emptyCloud();
    zoneWith(world, [cname('a.example.com', 'dgone.cloudfront.net')]);
    const source = existing(world, { id: 'ESOURCE', aliases: ['a.example.com'] });
    expect(outcome(update(world, source, { Comment: 'changed' }))).toBe('ok');
  });

  test('refuses the way back once DNS has moved on', () => {
    const world = emptyCloud();
    zoneWith(world, [cname('a.example.com', 'etarget.cloudfront.net')]);
    const source = existing(world, { id: 'ESOURCE', aliases: ['a.example.com'] });
    update(world, source, { Aliases: aliases() });
    expect(messageOf(update(world, source, { Aliases: aliases('a.example.com') }))).toBe(dnsMessage);
  });

  test('believes what it looked up before until that expires', () => {
    const { world, target } = targetIn((w) => zoneWith(w, [cname('a.example.com', 'dgone.cloudfront.net')]));
    const change = () => outcome(update(world, target, { Aliases: aliases('a.example.com') }));
    expect(change()).toBe('CNAMEAlreadyExists 409');
    const zone = world.hostedZones.get('Zexample.com')!;
    zone.published = zone.published.map((set) =>
      set.Type === 'CNAME' ? cname('a.example.com.', 'etarget.cloudfront.net') : set,
    );
    advance(world, startedAt + 299_000);
    expect(change()).toBe('CNAMEAlreadyExists 409');
    advance(world, startedAt + 301_000);
    expect(change()).toBe('ok');
  });
});
