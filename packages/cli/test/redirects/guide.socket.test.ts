import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { absence } from '../../src/redirects/engines';
import { buildCutover, cutoverBin, examplesFolder } from '../built';

const pages = ['redirects.md', 'redirect-site.md'].map((name) =>
  readFileSync(join(examplesFolder, '..', 'docs', name), 'utf8'),
);

interface Shown {
  readonly command: string;
  readonly output: readonly string[];
}

/** Each `$ command` of the pages with the lines below it, `…` where some are left out. */
const shown: Shown[] = [...pages.join('\n').matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(
  ([, block = '']) =>
    block.split(/^\$ /m).flatMap((part) => {
      const [command, ...output] = part.trimEnd().split('\n');
      return command ? [{ command, output }] : [];
    }),
);

/** A folder in which the examples are where they are in the repository. */
const folder = mkdtempSync(join(tmpdir(), 'guide-'));
symlinkSync(examplesFolder, join(folder, 'examples'));

/** Words of the page as a shell takes them; it is this checkout that `npx cutover` stands for. */
function run(command: string): string[] {
  const script = `exec 2>&1; npx() { shift; "${process.execPath}" "${cutoverBin}" "$@"; }; ${command}; true`;
  return execFileSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' }).trimEnd().split('\n');
}

/** What the compiler makes of the rules may become smaller; what importers count as one may become less. */
const withoutSizes = (line: string): string =>
  line.replaceAll(/\d[\d.]*(?= (bytes|% of|items|converted))|(?<=value has )\d+/g, '#');

/** Where njs is absent, the page tells of one engine more. */
const isOfNjs = (line: string): boolean =>
  absence('njs') !== undefined && /^(njs: |skipped: njs|cutover: SKIPPED njs)/.test(line);

const comparable = (lines: readonly string[]): string =>
  lines
    .filter((line) => !isOfNjs(line))
    .map(withoutSizes)
    .join('\n');

const patternOf = (lines: readonly string[]): RegExp => {
  const literally = comparable(lines).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literally.replaceAll(/^…$/gm, '[\\s\\S]*')}$`);
};

beforeAll(buildCutover, 60_000);

test('the pages show every command', () => {
  const commands = [
    'import',
    'check',
    'test',
    'diff',
    'answer',
    'compile',
    'domains',
    'certificates',
    'cost',
  ];
  for (const name of commands)
    expect(shown.map(({ command }) => command).join('\n')).toContain(`npx cutover redirects ${name} `);
});

test.each(shown)(
  '$command',
  ({ command, output }) => {
    expect(comparable(run(command))).toMatch(patternOf(output));
  },
  60_000,
);
