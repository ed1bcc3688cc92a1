import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileWith, fixture, redirects } from './run';

const rules = fixture('rules.yml');
const folder = mkdtempSync(join(tmpdir(), 'json-'));
const list = fileWith('https://a.example.com/x,https://b.example.com/y\n', 'list.csv');

/** Each command with its words, its exit code, and the members that scripts look for; `serve` has a test of its own. */
test.each<[string, readonly string[], number, readonly string[]]>([
  [
    'import',
    ['--format', 'csv', '--output', join(folder, 'rules.yml'), list],
    0,
    ['output', 'converted', 'changed', 'refused'],
  ],
  ['show', [rules], 0, ['name', 'sites', 'policy', 'tests']],
  ['check', [rules], 0, ['passed', 'findings', 'coverage', 'problems']],
  ['check', [fixture('doubtful.yml')], 1, ['passed', 'findings', 'coverage', 'problems']],
  ['check', [fileWith('Sites: [')], 2, ['passed', 'findings', 'problems']],
  [
    'test',
    ['--engine', 'evaluate', rules],
    0,
    ['passed', 'engines', 'rules', 'coverage', 'failures', 'skipped'],
  ],
  [
    'test',
    ['--engine', 'function', fixture('doubtful.yml')],
    1,
    ['passed', 'engines', 'rules', 'coverage', 'failures', 'skipped'],
  ],
  ['answer', [rules], 0, ['status', 'location', 'headers', 'rule']],
  ['diff', [rules, rules], 0, ['compared', 'changed', 'groups']],
  ['diff', [rules, fixture('doubtful.yml')], 1, ['compared', 'changed', 'groups']],
  ['domains', [rules], 0, ['count', 'wildcards', 'domains']],
  ['certificates', [rules], 0, ['count', 'names', 'certificates', 'notes']],
  ['compile', ['--output', join(folder, 'build'), rules], 0, ['output', 'hosts', 'stats', 'exceeded']],
])('%s --json, case %#, prints one document', async (command, words, exitCode, members) => {
  const { code, out } = await redirects(
    [command, '--json', ...words],
    ['{"host":"old.example.com","uri":"/gone"}\n'],
  );
  expect(Object.keys(JSON.parse(out))).toEqual(members);
  expect(code).toBe(exitCode);
});
