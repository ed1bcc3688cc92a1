import type { ListDomainConflictsResult, UpdateDomainAssociationResult } from '@aws-sdk/client-cloudfront';
import { advance } from '../../src/world/advance';
import { masked } from '../../src/world/cloudfront/moving/conflicts';
import type { World } from '../../src/world/world';
import {
  ask,
  cname,
  existing,
  messageOf,
  namesOn,
  outcome,
  sourceAccount,
  startedAt,
  targetAccount,
  told,
  txt,
  zoneWith,
} from './cloud';
import { across, disabled, enabledMessage, proof, type Setting, setUp, txtMessage } from './moving';

const move = (world: World, { domain = 'a.example.com', ifMatch, target }: Setting = {}) =>
  ask(
    world,
    'UpdateDomainAssociation',
    { Domain: domain, TargetResource: { DistributionId: 'ETARGET' }, IfMatch: ifMatch },
    target?.account ?? sourceAccount,
  );

describe('UpdateDomainAssociation', () => {
  const cases: [string, Setting, string, string?][] = [
    ['within an account moves from an enabled source without a TXT record', {}, 'ok'],
    [
      'within an account asks for TXT with the knob txtSameAccount',
      { knobs: { txtSameAccount: { AssociateAlias: true, UpdateDomainAssociation: true } } },
      'IllegalUpdate 400',
      txtMessage,
    ],
    [
      'within an account wants the source disabled with the knob disabledSourceSameAccount',
      { knobs: { disabledSourceSameAccount: true } },
      'IllegalUpdate 400',
      enabledMessage,
    ],
    [
      'wants a certificate on the target that covers the name',
      { target: { covers: ['b.example.com'] } },
      'InvalidArgument 400',
    ],
    [
      'looks at the certificate before the TXT record',
      { target: { account: targetAccount, covers: [] } },
      'InvalidArgument 400',
    ],
    [
      'across accounts wants the TXT record',
      { ...across, source: disabled },
      'IllegalUpdate 400',
      txtMessage,
    ],
    [
      'across accounts wants the TXT record before it looks at the source',
      across,
      'IllegalUpdate 400',
      txtMessage,
    ],
    [
      'across accounts wants the source disabled',
      { ...across, ...proof('_a.example.com', 'etarget.cloudfront.net') },
      'IllegalUpdate 400',
      enabledMessage,
    ],
    [
      'across accounts moves from a disabled source with TXT',
      { ...across, source: disabled, ...proof('_a.example.com', 'etarget.cloudfront.net') },
      'ok',
    ],
    [
      'takes one of several TXT values, so that both ways can be staged',
      {
        ...across,
        source: disabled,
        ...proof('_a.example.com', 'esource.cloudfront.net', 'etarget.cloudfront.net'),
      },
      'ok',
    ],
    [
      "does not take another distribution's domain name in TXT",
      { ...across, source: disabled, ...proof('_a.example.com', 'esource.cloudfront.net') },
      'IllegalUpdate 400',
      txtMessage,
    ],
    [
      'reads the TXT record of an apex at _.apex',
      {
        ...across,
        domain: 'example.com',
        source: { aliases: ['example.com'], ...disabled },
        ...proof('_.example.com', 'etarget.cloudfront.net'),
      },
      'ok',
    ],
    [
      'makes no DNS check: the documented order is move first, DNS after',
      { furnish: (world) => void zoneWith(world, [cname('a.example.com', 'dgone.cloudfront.net')]) },
      'ok',
    ],
    ['finds nothing to move when nobody has the name', { domain: 'c.example.com' }, 'EntityNotFound 404'],
    ['takes names in the form of aliases only', { domain: 'A.example.com' }, 'InvalidArgument 400'],
    ['takes a stale If-Match for what it is', { ifMatch: 'E2QWRUHAPOMQZL' }, 'PreconditionFailed 412'],
    ['takes a malformed If-Match for what it is', { ifMatch: '*' }, 'InvalidIfMatchVersion 400'],
  ];
  test.each(cases)('%s', (_sentence, setting, expected, ...texts) => {
    const answered = move(setUp(setting).world, setting);
    expect(outcome(answered)).toBe(expected);
    for (const text of texts) expect(messageOf(answered)).toBe(text);
  });

  test('changes both distributions at once: aliases, ETags, status, and one entry for the edges', () => {
    const { world, source, target } = setUp({});
    const etags = [source.etag, target.etag];
    const moved = told<UpdateDomainAssociationResult>(move(world, { ifMatch: target.etag }));
    expect(moved).toEqual({ Domain: 'a.example.com', ResourceId: 'ETARGET', ETag: target.etag });
    expect([namesOn(source), namesOn(target)]).toEqual([['b.example.com'], ['a.example.com']]);
    expect(etags).not.toContain(source.etag);
    expect(etags).not.toContain(target.etag);
    expect(source.entry).toBe(target.entry);
    for (const edge of world.edges) {
      expect(edge.queue.map(({ changes }) => changes.map((change) => change.distributionId))).toEqual([
        ['ESOURCE', 'ETARGET'],
      ]);
    }
    for (const Id of ['ESOURCE', 'ETARGET'])
      expect(ask(world, 'GetDistribution', { Id })).toMatchObject({
        output: { Distribution: { Status: 'InProgress' } },
      });
  });

  test('leaves no moment without an owner', () => {
    const { world } = setUp({});
    move(world);
    expect(world.ownerHistory.slice(2)).toEqual([
      { at: startedAt, alias: 'a.example.com', distributionId: 'ETARGET' },
    ]);
  });

  test('is done, without a write, when the name is there already', () => {
    const { world, target } = setUp({});
    move(world);
    const etag = target.etag;
    expect(told<UpdateDomainAssociationResult>(move(world)).ETag).toBe(etag);
    expect(world.edges.every((edge) => edge.queue.length === 1)).toBe(true);
  });

  test('refuses a 101st name on the target', () => {
    const names = Array.from({ length: 100 }, (_, n) => `n${n}.example.com`);
    const { world } = setUp({ target: { aliases: names, covers: ['*.example.com'] } });
    expect(outcome(move(world))).toBe('InvalidArgument 400');
  });

  test("cannot be called on another account's target", () => {
    const { world } = setUp(across);
    expect(outcome(move(world))).toBe('EntityNotFound 404');
  });

  test('remembers a TXT record that was not there for the negative TTL of the zone', () => {
    const setting: Setting = { ...across, source: disabled, furnish: (world) => void zoneWith(world, []) };
    const { world } = setUp(setting);
    expect(outcome(move(world, setting))).toBe('IllegalUpdate 400');
    const zone = world.hostedZones.get('Zexample.com')!;
    zone.published = [...zone.published, txt('_a.example.com.', 'etarget.cloudfront.net')];
    advance(world, startedAt + 899_000);
    expect(outcome(move(world, setting))).toBe('IllegalUpdate 400');
    advance(world, startedAt + 901_000);
    expect(outcome(move(world, setting))).toBe('ok');
  });
});

describe('ListDomainConflicts', () => {
  const conflicts = (world: World, Domain: string, account = targetAccount) =>
    ask(
      world,
      'ListDomainConflicts',
      { Domain, DomainControlValidationResource: { DistributionId: 'ETARGET' } },
      account,
    );

  test('shows who has the name or overlaps it, with half of each foreign id', () => {
    const { world } = setUp(across);
    existing(world, { account: targetAccount, id: 'EWILDCARD', aliases: ['*.example.com'] });
    existing(world, { id: 'EELSEWHERE', aliases: ['a.example.org'] });
    const { DomainConflicts } = told<ListDomainConflictsResult>(conflicts(world, 'a.example.com'));
    expect(DomainConflicts).toEqual([
      {
        Domain: 'a.example.com',
        ResourceType: 'distribution',
        ResourceId: '***URCE',
        AccountId: '******000000',
      },
      {
        Domain: '*.example.com',
        ResourceType: 'distribution',
        ResourceId: '****DCARD',
        AccountId: targetAccount,
      },
    ]);
  });

  test('of a wildcard shows the names under it', () => {
    const { world } = setUp(across);
    const { DomainConflicts } = told<ListDomainConflictsResult>(conflicts(world, '*.example.com'));
    expect(DomainConflicts?.map(({ Domain }) => Domain)).toEqual(['a.example.com', 'b.example.com']);
  });

  test('does not count the distribution that asks', () => {
    const { world } = setUp({
      target: { account: targetAccount, aliases: ['c.example.com'], covers: ['*.example.com'] },
    });
    expect(told<ListDomainConflictsResult>(conflicts(world, 'c.example.com')).DomainConflicts).toEqual([]);
  });

  test.each([
    ['a name that the certificate does not cover', 'a.example.org', 'InvalidArgument 400'],
    ['no domain name', 'nonsense', 'InvalidArgument 400'],
  ])('refuses %s', (_sentence, domain, expected) => {
    expect(outcome(conflicts(setUp(across).world, domain))).toBe(expected);
  });

  test('refuses a distribution of another account', () => {
    expect(outcome(conflicts(setUp(across).world, 'a.example.com', sourceAccount))).toBe(
      'EntityNotFound 404',
    );
  });

  test('masks the smaller half, as all published samples do', () => {
    expect(['E1XYZ4ABEXAMPLE'.slice(1), '123456112233'].map(masked)).toEqual([
      '*******EXAMPLE',
      '******112233',
    ]);
  });
});
