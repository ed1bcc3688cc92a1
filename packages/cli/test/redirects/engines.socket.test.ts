import { absence, engineNames } from '../../src/redirects/engines';
import { fileWith, fixture, redirects } from './run';

// Every engine begins anew for each test, and the machine may be busy.
jest.setTimeout(60_000);

const rules = fixture('rules.yml');
const requests = [
  ['old.example.com', '/docs/a%20b?x=1'],
  ['a.b.old.example.com', '/anything?y'],
  ['old.example.com', '/gone'],
  ['old.example.com', '/report?hl=es-AR'],
  ['example.org', '/nothing'],
  ['nobody.example.net', '/'],
].map(([host, uri]) => `${JSON.stringify({ host, uri })}\n`);

/** On a desk what is absent is left out, and jest's list shows that; CI has to have all. */
const present = engineNames.filter((name) => process.env.CI !== undefined || absence(name) === undefined);
for (const name of engineNames.filter((each) => !present.includes(each)))
  console.warn(`SKIPPED: ${absence(name)}`);

test.each(present.filter((name) => name !== 'evaluate'))(
  '%s answers as evaluate does, and by the same rules',
  async (engine) => {
    const meant = await redirects(['answer', '--at', '2026-06-01', rules], requests);
    const { code, out } = await redirects(
      ['answer', '--at', '2026-06-01', '--engine', engine, rules],
      requests,
    );
    expect(out).toBe(meant.out);
    expect(out).toMatch(/"rule":"docs"/);
    expect(code).toBe(0);
  },
);

test('test runs all engines that are there', async () => {
  const { code, out } = await redirects(['test', '--json', rules]);
  const { engines, passed } = JSON.parse(out);
  expect(engines.map(({ engine }: { engine: string }) => engine)).toEqual(present);
  expect({ code, passed }).toEqual({ code: 0, passed: true });
});

test('what fails alike in all engines is told once', async () => {
  const sites = '[{ Hosts: [a.b], Rules: [{ Status: 410, Tests: [{ Url: /, Expect: 404 }] }] }]';
  const { code, out } = await redirects(['test', fileWith(`Sites: ${sites}\n`)]);
  expect(out.match(/STATUS \(/g)).toHaveLength(1);
  expect(out).toContain(
    `STATUS (a.b any, declared; ${present.join(', ')}): https://a.b/: expected status 404`,
  );
  expect(out).toMatch(/^a\.b any +1 +\d +1$/m);
  expect(code).toBe(1);
});

describe('where njs is absent', () => {
  const { NJS } = process.env;
  beforeEach(() => {
    process.env.NJS = '/nowhere/njs';
  });
  afterEach(() => {
    if (NJS === undefined) delete process.env.NJS;
    else process.env.NJS = NJS;
  });

  it('is left out on a desk, and said aloud', async () => {
    const { code, out, err } = await redirects(['test', rules]);
    expect(err).toMatch(
      /^cutover: SKIPPED njs is not on this machine: apt-get install njs, or set NJS to its path\n$/,
    );
    expect(out).toMatch(/^skipped: njs is not on this machine/m);
    expect(out).not.toMatch(/^njs: /m);
    expect(code).toBe(0);
  });

  it.each([
    ['on CI', [], { CI: 'true' }],
    ['where it is asked for', ['--engine', 'njs'], {}],
  ])('is an error %s', async (_, words, env) => {
    const { code, out, err } = await redirects(['test', ...words, rules], [], env);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^cutover: njs is not on this machine/);
  });
});
