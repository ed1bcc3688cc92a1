import { cpSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/main';
import { recordingIo } from '../io';
import { type Edit, greetingWith } from './greeting';

async function contract(words: readonly string[], env: Record<string, string> = {}) {
  const io = recordingIo(env);
  const code = await main(['contract', ...words], io);
  return { code, out: io.stdout, err: io.stderr };
}

describe("a stranger's type with nothing but a setup.yml", () => {
  let run: Awaited<ReturnType<typeof contract>>;
  beforeAll(async () => {
    run = await contract([greetingWith(), '--json']);
  }, 120_000);

  test('passes all tests but those of tags: its identifier is its own', () => {
    if (run.code !== 0) throw new Error(run.out + run.err);
    const { verdict, typeName, sets } = JSON.parse(run.out);
    expect({ verdict, typeName }).toEqual({ verdict: 'PASSED', typeName: 'Acme::Demo::Greeting' });
    expect(sets).toMatchObject([{ set: 1, passed: 13, skipped: 2, failed: 0 }]);
  });

  test('says nothing else', () => {
    expect(run.err).toBe('');
  });
});

/** With a second set, which is like the first. */
function withSecondSet(folder: string): string {
  const fileOf = (set: number, kind: string): string => join(folder, 'inputs', `inputs_${set}_${kind}.json`);
  for (const kind of ['create', 'update']) cpSync(fileOf(1, kind), fileOf(2, kind));
  return folder;
}

describe('words after -- are for pytest', () => {
  test('they choose tests; people get a line for each, which says of which set; the report is in their order', async () => {
    const words = ['--jobs', '2', '--', '-k', 'contract_create_read'];
    const { code, out, err } = await contract([withSecondSet(greetingWith()), ...words]);
    expect({ code, err }).toEqual({
      code: 0,
      err: expect.stringMatching(/^set 2 {2}✓ contract_create_read/m),
    });
    expect(err).toMatch(/^set 1 {2}✓ contract_create_read/m);
    expect(out).toMatch(
      /^Acme::Demo::Greeting: PASSED\n {2}set 1 +PASSED +1 passed +0 failed +0 skipped.*\n {2}set 2 +PASSED/,
    );
  }, 120_000);

  test('when no test is left, nothing was proved; the other set is stopped, and nothing of it is left', async () => {
    const usual = process.env.TMPDIR;
    const folder = withSecondSet(greetingWith());
    process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'contract-'));
    try {
      const { code, out, err } = await contract([folder, '--json', '--jobs', '2', '--', '-k', 'nothing']);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/^cutover: no test of the suite ran with -k nothing: .*deselected/);
      expect(readdirSync(process.env.TMPDIR)).toEqual([]);
    } finally {
      if (usual === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = usual;
    }
  }, 120_000);
});

test('a type that breaks the contract fails, with what the suite wanted', async () => {
  const greedy: Edit = ['build/TypeFunction/dist/handlers.js', "'NotFound'", "'InternalFailure'"];
  const { code, out, err } = await contract([greetingWith(greedy), '--', '-k', 'contract_delete_read']);
  expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/FAILED +0 passed +1 failed/) });
  expect(err).toMatch(/✗ contract_delete_read/);
  expect(err).toMatch(/the handler: READ FAILED: InternalFailure/);
}, 120_000);

const inputs = 'inputs/inputs_1_create.json';
const unexported: Edit = [inputs, 'ZoneId', 'Zone'];

test.each<[string, () => string[], Record<string, string>, RegExp]>([
  ['a folder that is not there', () => ['nowhere'], {}, /^cutover: nowhere: there is no such folder/],
  ['a folder of something else', () => [__dirname], {}, /there is no \.rpdk-config in this folder/],
  ['two folders', () => ['one', 'two'], {}, /takes one folder; write words for pytest after --/],
  ['a set that is none', () => ['--set', 'first'], {}, /it must be a whole number above 0/],
  [
    'an export that the setup does not make',
    () => [greetingWith(unexported)],
    {},
    /inputs_1_create\.json: \{\{Greeting:Zone\}\} is not exported by the setup/,
  ],
  [
    'a Python that is not there',
    () => [greetingWith()],
    { CUTOVER_PYTHON: '/nowhere/python' },
    /there is no Python with cloudformation-cli \(\/nowhere\/python: ENOENT\); install it with `pip install/,
  ],
  [
    'a Python without cloudformation-cli',
    () => [greetingWith()],
    { CUTOVER_PYTHON: '/usr/bin/python3' },
    /there is no Python with cloudformation-cli \(.*No module named 'rpdk'\)/,
  ],
])(
  '%s: one line, exit code 2',
  async (_, words, env, line) => {
    const { code, out, err } = await contract([...words(), '--json'], env);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(line);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  },
  60_000,
);
