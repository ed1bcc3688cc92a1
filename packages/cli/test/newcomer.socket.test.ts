import { exec, execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { type LocalAws, startLocalAws } from '@cutover/local-aws';
import { seedBefore } from '../src/rehearsal/before';
import { readFolder } from '../src/rehearsal/folder';
import { buildCutover, cutoverBin, examplesFolder } from './built';
import { rehearse, reportedBy } from './rehearse';

/**
 * A first-time user: two distributions in two accounts, the AWS CLI, and an empty folder. A local AWS plays the real
 * one that the CLI asks; the rehearsal then runs on another, of which this one knows nothing.
 */
let aws: LocalAws;
let home: string;

beforeAll(async () => {
  buildCutover();
  const real = readFolder(join(examplesFolder, 'cross-account'));
  const accounts = Object.entries(real.accounts).map(([name, id]) => ({ id, name }));
  aws = await startLocalAws({ seed: 'real', startedAt: Date.now(), accounts });
  seedBefore(aws.world, real);
  home = mkdtempSync(join(tmpdir(), 'newcomer-'));
  const profile = ([name, id]: [string, string]) =>
    `[profile ${name}]\nregion = eu-central-1\naws_access_key_id = ${id}\naws_secret_access_key = local\n`;
  writeFileSync(join(home, 'config'), Object.entries(real.accounts).map(profile).join('\n'));
}, 60_000);
afterAll(() => aws?.stop());

const inHome = () => ({
  cwd: home,
  env: {
    PATH: [join(__dirname, '..', '..', '..', '.venv', 'bin'), process.env.PATH].join(delimiter),
    HOME: home,
    AWS_CONFIG_FILE: join(home, 'config'),
    AWS_ENDPOINT_URL: aws.endpoint,
  },
});

const words = [
  ...['new', 'my-move', '--source', 'E1111111SOURCE', '--target', 'E2222222TARGET'],
  ...['--source-profile', 'source', '--target-profile', 'target'],
  '--certificate',
  'arn:aws:acm:us-east-1:310123456789:certificate/8ce3aef1-15d4-45ad-8f8e-bd51768cf536',
];

/** @returns the exit code, and the commands that are to be run */
const cutoverNew = (): Promise<{ code: number; out: string; commands: string[] }> =>
  new Promise((resolve) =>
    execFile(process.execPath, [cutoverBin, ...words], inHome(), (error, out) => {
      const commands = out.split('\n').flatMap((line) => (line.startsWith('  aws ') ? [line.trim()] : []));
      resolve({ code: Number(error?.code ?? 0), out, commands });
    }),
  );

const paste = async (commands: readonly string[]): Promise<void> => {
  for (const command of commands) await promisify(exec)(command, inHome());
};

test('from an empty folder to a verdict: two rounds of commands to paste, and no request fails', async () => {
  const first = await cutoverNew();
  expect(first.code).toBe(1);
  expect(first.commands).toEqual([
    'aws cloudfront get-distribution --id E1111111SOURCE --output json --profile source > my-move/before/source.get-distribution.json',
    'aws cloudfront get-distribution --id E2222222TARGET --output json --profile target > my-move/before/target.get-distribution.json',
    'aws route53 list-hosted-zones --output json --profile source > my-move/before/list-hosted-zones.json',
  ]);
  await paste(first.commands);

  const second = await cutoverNew();
  expect(second.code).toBe(1);
  expect(second.commands.map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual([
    'acm describe-certificate',
    'acm describe-certificate',
    'route53 list-resource-record-sets',
  ]);
  await paste(second.commands);

  const third = await cutoverNew();
  expect(third).toMatchObject({
    code: 0,
    commands: [],
    out: expect.stringContaining('npx cutover rehearse my-move'),
  });
  const folder = join(home, 'my-move');
  expect(readdirSync(folder).sort()).toEqual([
    'before',
    'migration.yml',
    'rehearsal.yml',
    'source-access.yml',
  ]);

  const { code, report } = await reportedBy(rehearse(folder));
  expect({ code, verdict: report.verdict, reasons: report.reasons }).toEqual({
    code: 0,
    verdict: 'PASSED',
    reasons: [],
  });
  expect(report.finalSide).toEqual({ 'a.example.com': 'target', 'b.example.com': 'target' });
}, 240_000);
