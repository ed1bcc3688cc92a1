import { preview } from '@cutover/alias-migration';
import { aJournal, aSource, aWorld, NOW } from '../../alias-migration/test/builder';
import { declarationIn } from '../src/plan/declaration';
import { planPicture } from '../src/plan/picture';
import type { Plan } from '../src/plan/plan';
import { inWords, planText } from '../src/plan/text';

function planOf(observed = aWorld()): Plan {
  const journal = aJournal('PREFLIGHT');
  const seen = preview(journal, observed, NOW);
  if (seen.kind !== 'seen') throw new Error('the world has both ends');
  return { migration: journal.migration, preview: seen };
}

describe('the text', () => {
  test('says what, why, that it may, and the way back from each step', () => {
    const text = planText(planOf());
    expect(text).toMatch(/^Move a\.example\.com, b\.example\.com\n {2}from E1111111SOURCE/);
    expect(text).toContain('Strategy WILDCARD: the accounts differ');
    expect(text).toContain('Not ATOMIC: the accounts differ');
    expect(text).toContain('Not BYPASS: no Bypass is declared');
    expect(text).toContain('Not DISABLED_SOURCE: nobody answers');
    expect(text).toMatch(/Checks: all \d+ hold\./);
    expect(text.match(/Way back: /g)).toHaveLength(planOf().preview.steps.length + 1);
  });

  test('of a move that would be refused tells the property, the fact and the way out', () => {
    const text = planText(planOf(aWorld({ source: aSource({ aliases: [] }) })));
    expect(text).toMatch(/not passed; nothing would be touched\./);
    expect(text).toMatch(/✗ source holds the names\n {6}Aliases: /);
  });
});

test('checks are told in words', () => {
  expect(inWords('certificateCoversTheNames')).toBe('certificate covers the names');
  expect(inWords('wildcardHasDns')).toBe('wildcard has DNS');
});

test('the picture has every state in order and is free of markup in names', () => {
  const plan = planOf();
  const svg = planPicture({ ...plan, migration: { ...plan.migration, aliases: ['<b>&.example.com'] } });
  const places = [...plan.preview.steps.map(({ phase }) => phase), 'DONE'].map((phase) => svg.indexOf(phase));
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(svg).not.toContain('<b>');
});

describe('a template', () => {
  const migration = (target: string) => `
  Move:
    Type: AwsCommunity::CloudFront::AliasMigration
    Properties:
      Aliases: [a.example.com]
      Target: { DistributionId: ${target} }
      Source: { DistributionId: !Ref SourceId }
`;
  const declared = (resources: string, changes: object = {}) =>
    declarationIn({
      template: `Parameters:\n  SourceId: { Type: String, Default: E1 }\nResources:\n${resources}`,
      file: 'move.yml',
      accountId: '111122223333',
      parameters: {},
      set: {},
      ...changes,
    });
  const site = `
  Site:
    Type: AWS::CloudFront::Distribution
    Properties: {}
  Queue:
    Type: AWS::SQS::Queue
`;

  test('gives the properties with its parameters', () => {
    expect(declared(migration('E2'))).toMatchObject({ Source: { DistributionId: 'E1' } });
    expect(declared(migration('E2'), { parameters: { SourceId: 'E9' } })).toMatchObject({
      Source: { DistributionId: 'E9' },
    });
  });

  test('may have types that nobody here knows', () => {
    expect(declared(site + migration('E2'))).toMatchObject({ Target: { DistributionId: 'E2' } });
  });

  test('may take the target from a resource whose id is said at the desk', () => {
    const set = { 'Target.DistributionId': 'E2' };
    expect(declared(site + migration('!Ref Site'), { set })).toMatchObject({
      Target: { DistributionId: 'E2' },
    });
  });

  test.each([
    [
      'a target that is not made yet',
      site + migration('!Ref Site'),
      {},
      /Move\.Target\.DistributionId hangs on Site, .* --set Target\.DistributionId=VALUE/,
    ],
    ['no migration', site, {}, /has no resource of type AwsCommunity/],
    [
      'two migrations',
      migration('E2') + migration('E3').replace('Move:', 'Other:'),
      {},
      /choose one with --resource: Move, Other/,
    ],
    ['another name', migration('E2'), { resource: 'Mova' }, /has no migration Mova; it has Move/],
    ['a parameter that it does not have', migration('E2'), { parameters: { X: '1' } }, /no parameter X/],
    ['a broken function', migration('!Reff Site'), {}, /move\.yml:\d+/],
  ])('with %s is refused with the way out', (_, resources, changes, message) => {
    expect(() => declared(resources, changes)).toThrow(message);
  });
});
