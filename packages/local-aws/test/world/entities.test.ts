import fc from 'fast-check';
import type { World } from '../../src/world/world';
import { type EntityCase, entityCases, made } from '../support/entities';
import { ask, emptyCloud, outcome, targetAccount, told } from './cloud';

/** All that entities are, without the calls that were made. */
const stateOf = ({ calls: _, sequence: __, ...rest }: World): string =>
  JSON.stringify(rest, (_key, value) => (value instanceof Map ? [...value] : value));

const readEtag = (world: World, { read }: EntityCase, named: object): string =>
  told<{ ETag: string }>(ask(world, read, named)).ETag;

describe.each(entityCases)('$noun', (each) => {
  const { noun, make, change, alreadyExists, noSuch } = each;

  test('is read with the ETag that its creation answered', () => {
    const world = emptyCloud();
    const { named, etag } = made(world, each);
    expect(readEtag(world, each, named)).toBe(etag);
  });

  test('gets a new ETag with every change', () => {
    const world = emptyCloud();
    const { named, etag } = made(world, each);
    const changed = ask(world, `Update${noun}`, { ...named, IfMatch: etag, ...change(world) });
    expect(outcome(changed)).toBe('ok');
    expect(told<{ ETag: string }>(changed).ETag).not.toBe(etag);
    expect(readEtag(world, each, named)).toBe(told<{ ETag: string }>(changed).ETag);
  });

  test.each([
    ['missing', undefined, 'InvalidIfMatchVersion 400'],
    ['no ETag at all', '"E1"', 'InvalidIfMatchVersion 400'],
    ['of another version', 'E0000000000000', 'PreconditionFailed 412'],
  ])('is neither changed nor deleted under an ETag that is %s', (_, IfMatch, expected) => {
    const world = emptyCloud();
    const { named } = made(world, each);
    const before = stateOf(world);
    const write = (verb: string, input: object) =>
      outcome(ask(world, `${verb}${noun}`, { ...named, IfMatch, ...input }));
    expect(write('Update', change(world))).toBe(expected);
    expect(write('Delete', {})).toBe(expected);
    expect(stateOf(world)).toBe(before);
  });

  test('is changed under no ETag but its own, whatever was written in between', () => {
    const etags = fc.stringMatching(/^E[A-Z0-9]{1,13}$/);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), etags, (writes, IfMatch) => {
        const world = emptyCloud();
        const { named, etag } = made(world, each);
        let current = etag;
        const former: string[] = [];
        for (let n = 0; n < writes; n++) {
          former.push(current);
          const input = { ...named, IfMatch: current, ...change(world) };
          current = told<{ ETag: string }>(ask(world, `Update${noun}`, input)).ETag;
        }
        const before = stateOf(world);
        for (const stale of [...former, IfMatch].filter((one) => one !== current)) {
          const refused = ask(world, `Update${noun}`, { ...named, IfMatch: stale, ...change(world) });
          expect(outcome(refused)).toBe('PreconditionFailed 412');
        }
        expect(stateOf(world)).toBe(before);
      }),
      { numRuns: 20 },
    );
  });

  test('is not there for another account', () => {
    const world = emptyCloud();
    const { named, etag } = made(world, each);
    const asked = ['Update', 'Delete'].map((verb) =>
      outcome(ask(world, `${verb}${noun}`, { ...named, IfMatch: etag, ...change(world) }, targetAccount)),
    );
    expect([outcome(ask(world, each.read, named, targetAccount)), ...asked]).toEqual([
      noSuch,
      noSuch,
      noSuch,
    ]);
  });

  test('is there once in an account', () => {
    const world = emptyCloud();
    made(world, each);
    const again = { ...(make(world) as Record<string, object>) };
    // The same request for an identity is the same identity; only another one of its reference is refused.
    if (noun === 'CloudFrontOriginAccessIdentity')
      again.CloudFrontOriginAccessIdentityConfig = { CallerReference: 'one', Comment: 'another' };
    const before = stateOf(world);
    expect(outcome(ask(world, `Create${noun}`, again))).toBe(alreadyExists);
    expect(stateOf(world)).toBe(before);
  });

  test('is gone after its deletion', () => {
    const world = emptyCloud();
    const { named, etag } = made(world, each);
    expect(outcome(ask(world, `Delete${noun}`, { ...named, IfMatch: etag }))).toBe('ok');
    expect(outcome(ask(world, each.read, named))).toBe(noSuch);
  });
});
