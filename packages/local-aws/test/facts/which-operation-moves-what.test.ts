import type { MoveOperation } from '../../src/world/knobs';
import { ask, messageOf, namesOn, outcome, sourceAccount, targetAccount } from '../world/cloud';
import {
  across,
  disabled,
  enabledMessage,
  moveBy,
  proof,
  type Setting,
  setUp,
  txtMessage,
} from '../world/moving';

const proven = proof('_a.example.com', 'etarget.cloudfront.net');
const apex: Setting = { domain: 'example.com', source: { aliases: ['example.com'] } };
const wildcard: Setting = { domain: '*.example.com', source: { aliases: ['*.example.com'] } };

describe('which operation moves what', () => {
  const cases: [sentence: string, operation: MoveOperation, setting: Setting, expected: string][] = [
    [
      'within an account UpdateDomainAssociation moves a name while its source is enabled, without TXT [documented, observed]',
      'UpdateDomainAssociation',
      {},
      'ok',
    ],
    [
      'within an account UpdateDomainAssociation moves an apex too [documented]',
      'UpdateDomainAssociation',
      apex,
      'ok',
    ],
    [
      'within an account UpdateDomainAssociation moves a wildcard too [documented]',
      'UpdateDomainAssociation',
      wildcard,
      'ok',
    ],
    [
      'within an account AssociateAlias wants the TXT record, although the guide says that it does not [observed]',
      'AssociateAlias',
      {},
      txtMessage,
    ],
    [
      'within an account AssociateAlias goes without TXT by the guide’s word, with the knob txtSameAccount [documented]',
      'AssociateAlias',
      { knobs: { txtSameAccount: { AssociateAlias: false, UpdateDomainAssociation: false } } },
      'ok',
    ],
    [
      'within an account AssociateAlias moves a name with TXT while its source is enabled [observed]',
      'AssociateAlias',
      proven,
      'ok',
    ],
    [
      'across accounts UpdateDomainAssociation moves from a disabled source with TXT [documented]',
      'UpdateDomainAssociation',
      { ...across, source: disabled, ...proven },
      'ok',
    ],
    [
      'across accounts AssociateAlias moves from a disabled source with TXT [documented]',
      'AssociateAlias',
      { ...across, source: disabled, ...proven },
      'ok',
    ],
    [
      'across accounts UpdateDomainAssociation does not move from an enabled source [documented]',
      'UpdateDomainAssociation',
      { ...across, ...proven },
      enabledMessage,
    ],
    [
      'across accounts AssociateAlias does not move from an enabled source [observed]',
      'AssociateAlias',
      { ...across, ...proven },
      enabledMessage,
    ],
    [
      'the reference of UpdateDomainAssociation wants the source disabled in any case; a knob takes it at its word [documented]',
      'UpdateDomainAssociation',
      { knobs: { disabledSourceSameAccount: true } },
      enabledMessage,
    ],
  ];
  test.each(cases)('%s', (_sentence, operation, setting, expected) => {
    const { world, target } = setUp(setting);
    const answered = moveBy(operation, world, setting);
    expect(messageOf(answered) || outcome(answered)).toBe(expected);
    expect(namesOn(target)).toEqual(expected === 'ok' ? [setting.domain ?? 'a.example.com'] : []);
  });
});

describe.each(['AssociateAlias', 'UpdateDomainAssociation'] as const)('%s', (operation) => {
  test('looks at the certificate, then at TXT, then at the source [observed]', () => {
    const outcomes = [
      { ...across, target: { account: targetAccount, covers: ['b.example.com'] } },
      across,
      { ...across, ...proven },
      { ...across, ...proven, source: disabled },
    ].map((setting) => {
      const answered = moveBy(operation, setUp(setting).world, setting);
      return messageOf(answered) || outcome(answered);
    });
    expect(outcomes).toEqual([
      'The distribution ETARGET has no valid certificate that covers the domain a.example.com.',
      txtMessage,
      enabledMessage,
      'ok',
    ]);
  });

  test('refuses a target whose certificate does not cover the name with InvalidArgument [observed]', () => {
    const { world } = setUp({ target: { covers: ['b.example.com'] } });
    expect(outcome(moveBy(operation, world))).toBe('InvalidArgument 400');
  });

  test('has nothing to do, and asks for no TXT, when the name is there already [inferred]', () => {
    const { world, target } = setUp({
      source: { aliases: ['b.example.com'] },
      target: { aliases: ['a.example.com'] },
    });
    const { etag } = target;
    expect(outcome(moveBy(operation, world))).toBe('ok');
    expect(target.etag).toBe(etag);
  });

  test('is called in the account of the target, and needs no access to the source [documented]', () => {
    const setting: Setting = { ...across, ...proven, source: disabled };
    expect(outcome(moveBy(operation, setUp(setting).world, { target: { account: sourceAccount } }))).toMatch(
      /^(NoSuchDistribution|EntityNotFound) 404$/,
    );
    expect(outcome(moveBy(operation, setUp(setting).world, setting))).toBe('ok');
  });

  test('gives both distributions a new ETag and sets both InProgress, in one entry for the edges [inferred]', () => {
    const { world, source, target } = setUp(proven);
    const etags = [source.etag, target.etag];
    moveBy(operation, world);
    expect([source.etag, target.etag].filter((etag) => etags.includes(etag))).toEqual([]);
    for (const Id of ['ESOURCE', 'ETARGET'])
      expect(ask(world, 'GetDistribution', { Id })).toMatchObject({
        output: { Distribution: { Status: 'InProgress' } },
      });
    expect(world.edges.map(({ queue }) => queue.map(({ changes }) => changes.length))).toEqual(
      world.edges.map(() => [2]),
    );
  });
});

test('AssociateAlias of a name that nobody holds is an IllegalUpdate [inferred]', () => {
  const { world } = setUp(proven);
  expect(outcome(moveBy('AssociateAlias', world, { domain: 'c.example.com' }))).toBe('IllegalUpdate 400');
});

test('UpdateDomainAssociation of a name that nobody holds finds no entity [inferred]', () => {
  const { world } = setUp({});
  expect(outcome(moveBy('UpdateDomainAssociation', world, { domain: 'c.example.com' }))).toBe(
    'EntityNotFound 404',
  );
});
