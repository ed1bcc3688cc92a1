import { freshJournal, siteJournals } from '../src';
import { rules } from './support/sites';
import { WorldParameters } from './support/world-parameters';

const generation = (declared: ReturnType<typeof rules>) => ({
  number: 1,
  declared,
  rulesDigest: 'r',
  contentDigest: 'c',
  ruleCount: 3,
  testsPassed: 3,
});

describe('journals of sites', () => {
  const declared = rules();
  const other = rules({ to: 'https://jobs.example.org/' });
  const journal = { ...freshJournal('rs-1', declared, 0), live: generation(declared) };

  test('come back as they were saved, also what an update began from', async () => {
    const store = siteJournals(new WorldParameters());
    const updating = { ...journal, declared: other, earlier: journal };
    await store.save('rs-1', updating);
    expect(await store.read('rs-1')).toEqual(updating);
  });

  test('write a declaration once, however often the journal is written', async () => {
    const parameters = new WorldParameters();
    const store = siteJournals(parameters);
    await store.save('rs-1', journal);
    const before = new Map(parameters.values);
    await store.save('rs-1', { ...journal, revision: 2, phase: 'STORE' });
    const changed = [...parameters.values].filter(([name, value]) => before.get(name) !== value);
    expect(changed.map(([name]) => name)).toEqual(['/cutover/redirect-site/journal/rs-1/head']);
    expect(parameters.values.size).toBe(2);
  });

  test('drop a declaration that nothing refers to any more', async () => {
    const parameters = new WorldParameters();
    const store = siteJournals(parameters);
    await store.save('rs-1', { ...journal, declared: other });
    expect(parameters.values.size).toBe(3);
    await store.save('rs-1', { ...journal, revision: 2 });
    expect(parameters.values.size).toBe(2);
  });

  test('are looked for again where the declaration cannot be seen yet', async () => {
    const parameters = new WorldParameters();
    await siteJournals(parameters).save('rs-1', journal);
    for (const name of [...parameters.values.keys()])
      if (name.includes('/declared/')) parameters.values.delete(name);
    await expect(siteJournals(parameters).read('rs-1')).rejects.toMatchObject({
      failure: 'Stale',
      disposition: 'lookAgain',
    });
  });

  test('leave nothing when they are removed, and know each other apart', async () => {
    const parameters = new WorldParameters();
    const store = siteJournals(parameters);
    await store.save('rs-1', journal);
    await store.save('rs-10', { ...journal, siteId: 'rs-10' });
    await store.remove('rs-1');
    expect(await store.list()).toEqual(['rs-10']);
    expect(await store.read('rs-10')).toMatchObject({ siteId: 'rs-10' });
    await store.remove('rs-10');
    expect(parameters.values.size).toBe(0);
  });
});
