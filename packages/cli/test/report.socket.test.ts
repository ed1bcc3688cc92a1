import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudFormationClient,
  type CloudFormationClientConfig,
  CreateStackCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { CloudFrontClient, ListDistributionsCommand } from '@aws-sdk/client-cloudfront';
import type { RehearsalReport } from '../src/rehearsal/report';
import { buildCutover, cutoverBin, examplesFolder } from './built';
import { rehearse, reportedBy } from './rehearse';

beforeAll(buildCutover, 60_000);

const folder = join(examplesFolder, 'cross-account-sick-target');
const textIn = (page: string, pattern: RegExp): string | undefined => pattern.exec(page)?.[1];
const figureIn = (page: string, key: string): number =>
  Number(textIn(page, new RegExp(`data-figure="${key}">([^<]*)<`))?.replace(/[^\d.]/g, ''));

interface Kept {
  readonly out: string;
  readonly code: number | null;
}

/** Runs it with `--keep`, does `meanwhile` once the local AWS waits for visitors, then presses Ctrl-C. */
async function keep(
  words: string[],
  meanwhile: (env: Record<string, string>) => Promise<void>,
): Promise<Kept> {
  const state = mkdtempSync(join(tmpdir(), 'cutover-state-'));
  const child = spawn(process.execPath, [cutoverBin, ...words, '--keep'], {
    env: { PATH: process.env.PATH, CUTOVER_STATE_DIR: state },
  });
  const heard = { out: '', err: '' };
  child.stdout.on('data', (data) => (heard.out += data));
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = new Promise<void>((resolve) =>
    child.stderr.on('data', (data) => {
      heard.err += data;
      if (heard.err.includes('Look around')) resolve();
    }),
  );
  await Promise.race([ready, closed.then(() => Promise.reject(new Error(heard.err)))]);
  try {
    await meanwhile(JSON.parse(readFileSync(join(state, 'server.json'), 'utf8')).environment);
  } finally {
    child.kill('SIGINT');
  }
  return { out: heard.out, code: await closed };
}

/** What becomes of a stack that somebody orders. */
async function orderedStack(config: CloudFormationClientConfig): Promise<string | undefined> {
  const client = new CloudFormationClient(config);
  const TemplateBody =
    'Resources: { One: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: x } } }';
  await client.send(new CreateStackCommand({ StackName: 'mine', TemplateBody }));
  for (;;) {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: 'mine' }));
    const status = Stacks?.[0]?.StackStatus;
    if (!status?.endsWith('IN_PROGRESS')) return status;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test('a FAILED run has its page too, the same on any day; --keep lets people look around in it, and order stacks', async () => {
  const files = ['kept.html', 'plain.html'].map((name) => join(mkdtempSync(join(tmpdir(), 'report-')), name));
  const [keptFile = '', plainFile = ''] = files;
  const words = ['rehearse', folder, '--json', '--start', '2026-05-06T07:08:09Z', '--report', keptFile];
  let aliases: (string | undefined)[] = [];
  let ordered: string | undefined;
  const kept = await keep(words, async (env) => {
    const credentials = { accessKeyId: '636696000000', secretAccessKey: 'local' };
    const client = new CloudFrontClient({ endpoint: env.AWS_ENDPOINT_URL, region: 'us-east-1', credentials });
    const { DistributionList: list } = await client.send(new ListDistributionsCommand({}));
    aliases = list?.Items?.flatMap((each) => each.Aliases?.Items ?? []) ?? [];
    ordered = await orderedStack({ endpoint: env.AWS_ENDPOINT_URL, region: 'us-east-1', credentials });
  });
  expect(ordered).toBe('CREATE_COMPLETE');
  expect(aliases).toEqual(['a.example.com', 'b.example.com']);
  expect(kept.code).toBe(1);
  expect((JSON.parse(kept.out) as RehearsalReport).verdict).toBe('FAILED');

  const { report, code } = await reportedBy(rehearse(folder, '--report', plainFile));
  expect(code).toBe(1);
  const page = readFileSync(plainFile, 'utf8');
  expect(readFileSync(keptFile, 'utf8')).toBe(page);

  for (const key of [
    'requests',
    'failed',
    'longestGapMs',
    'shortestVisibleHoleMs',
    'shortestVisibleHoleNearChangeMs',
  ] as const)
    expect([key, figureIn(page, key)]).toEqual([key, report[key]]);
  expect(textIn(page, /<span id="headline">([^<]*)</)).toMatch(/^Outage: 1\d(\.\d)? s$/);
  expect(textIn(page, /What is the way back\?<\/dt><dd><strong>([^<]*)</)).toBe('None needed');
  expect(page.match(/<li id="step-\d+">/g)).toHaveLength(report.steps.length);
  for (const id of ['timeline', 'moments', 'steps', 'failures', 'dns', 'origins', 'calls', 'numbers'])
    expect(page).toContain(`<section id="${id}"`);
  expect(page).toContain('ALIAS d1111111source.cloudfront.net');
  expect(page).toContain('RESTORING');
}, 240_000);
