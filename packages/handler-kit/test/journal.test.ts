import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { journalStoreOf } from '../src';
import { parametersInMemory } from './parameters-in-memory';

interface Note {
  readonly revision: number;
  readonly text: string;
}

const PARAMETER_CHARACTERS_MAX = 4096;
/** Text that does not compress, so that it outgrows one parameter. */
const long = (characters: number): string => randomBytes(characters).toString('hex').slice(0, characters);

test('what is saved is read again, whatever its size', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 30_000 }), fc.string(), async (characters, text) => {
      const store = journalStoreOf<Note>(parametersInMemory(), '/journal');
      const note = { revision: 1, text: text + long(characters) };
      await store.save('one', note);
      expect(await store.read('one')).toEqual(note);
    }),
    { numRuns: 30 },
  );
});

test.each([
  ['a short one is stored as it is', { revision: 3, text: 'short' }, true],
  ['one that SSM would take for a reference is not', { revision: 3, text: '{{ssm:other}}' }, false],
  ['one whose letters take more bytes than it has is not', { revision: 3, text: '—'.repeat(1400) }, false],
])('%s, for people to read', async (_sentence, note, isPlain) => {
  const parameters = parametersInMemory();
  const store = journalStoreOf<Note>(parameters, '/journal');
  await store.save('one', note);
  const [head] = await parameters.list('/journal');
  expect(JSON.parse(head?.value ?? '').journal).toEqual(isPlain ? note : undefined);
  expect(head?.value).not.toContain('{{');
  expect(await store.read('one')).toEqual(note);
});

test('no parameter outgrows the 4,096 characters of a standard one', async () => {
  const parameters = parametersInMemory();
  await journalStoreOf<Note>(parameters, '/journal').save('one', { revision: 1, text: long(40_000) });
  for (const { value } of await parameters.list('/'))
    expect(value.length).toBeLessThanOrEqual(PARAMETER_CHARACTERS_MAX);
});

test('a save that is killed before any of its writes leaves the previous revision whole', async () => {
  const first = { revision: 1, text: long(20_000) };
  const second = { revision: 2, text: long(20_000) };
  for (let writes = 0; writes < 20; writes++) {
    const parameters = parametersInMemory();
    const store = journalStoreOf<Note>(parameters, '/journal');
    await store.save('one', first);
    parameters.dieAfter(writes);
    const outcome = await store.save('one', second).then(
      () => 'saved',
      () => 'killed',
    );
    parameters.live();
    const read = await store.read('one');
    expect([first, second]).toContainEqual(read);
    if (outcome === 'saved') expect(read).toEqual(second);
  }
});

test('old chunks go when a new revision is whole', async () => {
  const parameters = parametersInMemory();
  const store = journalStoreOf<Note>(parameters, '/journal');
  await store.save('one', { revision: 1, text: long(20_000) });
  await store.save('one', { revision: 2, text: long(20_000) });
  const names = (await parameters.list('/journal/one')).map((parameter) => parameter.name);
  expect(names.filter((name) => name.includes('/1-'))).toEqual([]);
});

test('a removed journal leaves nothing, and is no longer listed', async () => {
  const parameters = parametersInMemory();
  const store = journalStoreOf<Note>(parameters, '/journal');
  await store.save('one', { revision: 1, text: long(20_000) });
  await store.save('two', { revision: 1, text: 'short' });
  expect((await store.list()).sort()).toEqual(['one', 'two']);
  await store.remove('one');
  expect(await store.list()).toEqual(['two']);
  expect(await parameters.list('/journal/one')).toEqual([]);
  await store.remove('one');
});
