import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import { authorityAnswer } from '../../src/dns/authority';
import { answer } from '../../src/world/gate';
import type { Answer } from '../../src/world/operation';
import type { World } from '../../src/world/world';
import { administrator, emptyCloud, existing, outcome, sourceAccount, zoneWith } from '../world/cloud';

const cloudFrontZoneId = 'Z2FDTNDATAQYW2';
const aliasTo = (value: string, Type: ResourceRecordSet['Type'] = 'A'): ResourceRecordSet => ({
  Name: 'a.example.com.',
  Type,
  AliasTarget: { HostedZoneId: cloudFrontZoneId, DNSName: value, EvaluateTargetHealth: false },
});

const create = (world: World, set: ResourceRecordSet): Answer =>
  answer(world, {
    service: 'route53',
    operation: 'ChangeResourceRecordSets',
    input: {
      HostedZoneId: 'Zexample.com',
      ChangeBatch: { Changes: [{ Action: 'CREATE', ResourceRecordSet: set }] },
    },
    caller: administrator(sourceAccount),
    actor: 'client',
    into: 0,
  });

describe('records that lead to a distribution', () => {
  test('one hosted zone id stands for every distribution in an ALIAS [documented]', () => {
    const world = emptyCloud();
    for (const id of ['EONE', 'ETWO']) existing(world, { id });
    for (const [name, id] of [
      ['one', 'EONE'],
      ['two', 'ETWO'],
    ]) {
      zoneWith(
        world,
        [aliasTo(`${id}.cloudfront.net`.toLowerCase())].map((set) => ({ ...set, Name: `${name}.example.` })),
        `${name}.example`,
      );
      expect(authorityAnswer(world, `${name}.example`, 'A').answers.length).toBe(world.edges.length);
    }
  });

  test('Route 53 does not ask whether the distribution lists the name: records may go ahead of it [observed]', () => {
    const world = emptyCloud();
    zoneWith(world, []);
    const other = existing(world, { id: 'EOTHER', aliases: ['b.example.com'] });
    expect(outcome(create(world, aliasTo(other.domainName)))).toBe('ok');
  });

  test('an ALIAS of type HTTPS may lead there too, beside A and AAAA [documented]', () => {
    const world = emptyCloud();
    zoneWith(world, []);
    const { domainName } = existing(world, { id: 'EOTHER' });
    const outcomes = (['A', 'AAAA', 'HTTPS'] as const).map((type) =>
      outcome(create(world, aliasTo(domainName, type))),
    );
    expect(outcomes).toEqual(['ok', 'ok', 'ok']);
  });

  test('an ALIAS answers with addresses and no TTL of its own, but CloudFront’s 60 s [documented]', () => {
    const world = emptyCloud();
    const { domainName } = existing(world, { id: 'EOTHER' });
    zoneWith(world, [aliasTo(domainName)]);
    const { answers } = authorityAnswer(world, 'a.example.com', 'A');
    expect(new Set(answers.map(({ type, ttl }) => `${type} ${ttl}`))).toEqual(new Set(['A 60']));
  });
});
