import { main } from '../src/main';
import { recordingIo } from './io';

async function run(words: string, env: Record<string, string> = {}) {
  const io = recordingIo(env);
  const code = await main(words.split(' ').filter(Boolean), io);
  return { code, out: io.stdout, err: io.stderr };
}

test.each(['', 'rehearse', 'local', 'contract', 'resume', 'faults', 'version'])(
  'cutover %s --help shows the exit codes',
  async (command) => {
    const { code, out } = await run(`${command} --help`);
    expect(code).toBe(0);
    expect(out).toContain('Exit codes:');
    if (command) expect(out).toContain(`$ cutover ${command}`);
  },
);

test('version is told in words and in JSON', async () => {
  expect((await run('version')).out).toMatch(/^cutover \d+\.\d+\.\d+\n$/);
  expect(JSON.parse((await run('version --json')).out)).toMatchObject({ version: expect.any(String) });
});

test('faults are listed in words and in JSON, each with a sentence', async () => {
  const { out } = await run('faults');
  expect(out).toMatch(/^service\.Operation\.throttled\n {2}Any call is refused/);
  expect(out).toMatch(/service\.Operation\.split\n.*\n {2}settings: seconds=900\n {2}strikes: /);
  const listed = JSON.parse((await run('faults --json')).out) as { point: string; sentence: string }[];
  expect(listed.map(({ point }) => point)).toContain('handler.kill.during');
  expect(listed.every(({ sentence }) => sentence.endsWith('.'))).toBe(true);
});

test.each([
  ['an unknown command', 'rehearze x', /^cutover: unknown command 'rehearze'/],
  ['an unknown option', 'rehearse x --fast', /^cutover: unknown option '--fast'/],
  ['no folder', 'rehearse', /^cutover: missing required argument 'folder'/],
  ['a folder that is not there', 'rehearse nowhere', /^cutover: nowhere: there is no such folder/],
  ['a fault that is none', 'rehearse x --fault lost', /^cutover: .*write service\.Operation\.kind/],
  ['a speed below zero', 'rehearse x --speed -1', /^cutover: .*it must be a number above 0/],
  [
    'a report where there is no folder',
    'rehearse examples/cross-account --report nowhere/report.html',
    /^cutover: nowhere\/report\.html: cannot be written: there is no such file or folder/,
  ],
  [
    'a log that is a folder',
    'rehearse examples/cross-account --log packages',
    /^cutover: packages: cannot be written: it is a folder/,
  ],
  ['a port that is none', 'local --port http', /^cutover: .*a port is a number/],
])('%s is one line and exit code 2', async (_, words, line) => {
  const { code, err, out } = await run(words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(line);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test('CUTOVER_DEBUG=1 shows the stack', async () => {
  const { err } = await run('rehearse nowhere', { CUTOVER_DEBUG: '1' });
  expect(err).toContain('    at ');
});
