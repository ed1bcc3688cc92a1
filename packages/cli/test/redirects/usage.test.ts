import { redirectsCommand } from '../../src/commands/redirects';
import { recordingIo } from '../io';
import { redirects } from './run';

const commands = redirectsCommand(recordingIo(), () => {}).commands.map((command) => command.name());

test.each(commands)('cutover redirects %s --help has an example and the exit codes', async (command) => {
  const { code, out } = await redirects([command, '--help']);
  expect(code).toBe(0);
  expect(out).toContain('Exit codes:');
  expect(out).toContain(`cutover redirects ${command}`);
});

test.each<[string, readonly string[], RegExp]>([
  ['an unknown command', ['shwo', 'x'], /^cutover: unknown command 'shwo'/],
  [
    'an unknown option',
    ['show', '--fast', 'x'],
    /^cutover: unknown option '--fast' \(see cutover redirects show --help\)/,
  ],
  ['no file', ['domains'], /^cutover: missing required argument 'rules'/],
  ['an engine that is none', ['answer', '--engine', 'perl', 'x'], /^cutover: .*'perl' is invalid/],
  ['another engine that is none', ['test', '--engine', 'perl', 'x'], /'perl' is invalid: it must be one of/],
  ['a time that is none', ['answer', '--at', 'noon', 'x'], /ISO 8601/],
  [
    'a host that is no name',
    ['import', '--format', 'csv', '--host', 'a b', '--output', 'x', 'y'],
    /'a b' is invalid: write a name such as www\.example\.com/,
  ],
  [
    'a host beside those of the file',
    ['import', '--format', 'nginx', '--host', 'a.b', '--output', 'x', 'y'],
    /--format nginx names its hosts/,
  ],
  ['a format that is none', ['import', '--format', 'iis', '--output', 'x', 'y'], /'iis' is invalid/],
])('%s is one line and exit code 2', async (_, words, line) => {
  const { code, out, err } = await redirects(words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(line);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test('the bare group shows what there is', async () => {
  const { out, err } = await redirects(['--help']);
  for (const command of commands) expect(out + err).toContain(command);
});
