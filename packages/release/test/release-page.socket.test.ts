import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { runScript } from './scripts/recording-aws';
import { root } from './workbench';

const page = readFileSync(join(root, 'RELEASE.md'), 'utf8');
const linesWith = (program: string): string[] =>
  Array.from(page.matchAll(new RegExp(`^ +(${program} .+)$`, 'gm')), ([, line = '']) => line);

/** All tests but those that only look whether a command is there. */
const tests = readdirSync(__dirname, { withFileTypes: true, recursive: true })
  .filter(
    (entry) =>
      entry.isFile() && /\.test\.ts$/.test(entry.name) && !/documented|release-page/.test(entry.name),
  )
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n');

const awsLines = linesWith('aws');
const scripts = Array.from(
  page.matchAll(/(scripts\/[a-z]+\.sh)((?: (?:alpha|beta|prod|all|webhook|\d{6}))+)/g),
  ([line = '', file = '', words = '']) => ({ line, file, words: words.trim().split(' ') }),
);

test('RELEASE.md shows commands of each kind', () => {
  expect([linesWith('npx release').length > 8, awsLines.length > 3, scripts.length > 3]).toEqual([
    true,
    true,
    true,
  ]);
});

/** As a command, or what the command does. */
const isRun = (name: string): boolean => tests.includes(`'${name}'`) || tests.includes(` ${name}(`);

test('every command of ours on the page is run by a test', () => {
  const names = new Set(Array.from(page.matchAll(/npx release ([a-z]+)/g), ([, name = '']) => name));
  expect([...names].filter((name) => !isRun(name))).toEqual([]);
  expect(names.size).toBeGreaterThan(9);
});

test.each(scripts)(
  '`$line` works, with an AWS CLI that says yes',
  ({ file, words }) => {
    const settings = file.endsWith('deploy.sh') ? [join(root, 'scripts', 'release.env')] : [];
    const { code, stderr, calls } = runScript(file.replace('scripts/', ''), [...words, ...settings]);
    expect([code, stderr, calls.length > 0]).toEqual([0, '', true]);
  },
  60_000,
);

/** The sample of an answer that the CLI makes of its own breaks ACM's rule for ARNs: there it reads the words only. */
const skeletonOf = (words: readonly string[]): string =>
  words.includes('request-certificate') ? 'input' : 'output';

/** Its own parser: an option that it does not know ends with 252. */
const awsCli = (words: readonly string[]) =>
  spawnSync(join(root, '.venv', 'bin', 'aws'), [...words, '--generate-cli-skeleton', skeletonOf(words)], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: '/nonexistent', AWS_DEFAULT_REGION: 'us-east-1' },
  });
const withoutProfile = (line: string): string[] =>
  line
    .replace(/ --profile \S+/, '')
    .split(' ')
    .slice(1);

describe('the AWS CLI', () => {
  const calls = awsLines.filter((line) => !line.includes('cloudformation deploy'));
  test.each(calls)(
    'takes `%s`',
    (line) => {
      const { status, stderr } = awsCli(withoutProfile(line));
      expect([status, stderr]).toEqual([0, '']);
    },
    60_000,
  );

  test('would not take a word that it does not know', () => {
    expect(awsCli(['codepipeline', 'start-pipeline-execution', '--nam', 'x', '--frob', 'y']).status).not.toBe(
      0,
    );
  }, 60_000);

  const deployments = awsLines.filter((line) => line.includes('cloudformation deploy'));
  test.each(deployments)('deploys with the parameters of the template: `%s`', (line) => {
    const [, file = ''] = /--template-file (\S+)/.exec(line) ?? [];
    const { Parameters = {} } = parse(readFileSync(join(root, file), 'utf8'), { logLevel: 'silent' });
    const [, given = ''] = /--parameter-overrides ((?:\w+=\S+ ?)+)/.exec(line) ?? [];
    expect(
      given
        .trim()
        .split(' ')
        .map((each) => each.split('=')[0])
        .sort(),
    ).toEqual(Object.keys(Parameters).sort());
  });
});

test('the figures of the page are those of today', () => {
  const lines = readdirSync(join(root, 'release'))
    .filter((name) => name.endsWith('.yml'))
    .reduce((sum, name) => sum + readFileSync(join(root, 'release', name), 'utf8').split('\n').length - 1, 0);
  expect(page).toContain(`| lines of templates | 14,261 | ${lines}, of which a test allows 600 |`);
});
