import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCutover, cutoverBin, examplesFolder } from './built';

jest.setTimeout(60_000);

const example = join(examplesFolder, 'cross-account');
const template = join(example, 'target', 'migration.yml');

let state: string;
let shell: Record<string, string>;

beforeAll(async () => {
  buildCutover();
  state = mkdtempSync(join(tmpdir(), 'cutover-state-'));
  shell = { PATH: process.env.PATH ?? '', CUTOVER_STATE_DIR: state };
  const { out } = await cutover('local', example, '--env', '--json');
  shell = { ...shell, ...JSON.parse(out) };
}, 60_000);

afterAll(async () => {
  await cutover('local', '--stop');
  rmSync(state, { recursive: true, force: true });
});

const cutover = (...words: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) =>
    execFile(process.execPath, [cutoverBin, ...words], { env: shell }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    ),
  );

const plan = (...words: string[]) => cutover('plan', template, '--profile', 'target', ...words);

test.each([
  ["the template's own roles", []],
  ['a profile for each account', ['--source-profile', 'source', '--dns-profile', 'source']],
])('a sound move is planned through %s, and nothing is changed', async (_, words) => {
  const { code, out, err } = await plan('--json', ...words);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toMatchObject({
    strategy: 'WILDCARD',
    passed: true,
    source: { domainName: 'd1111111source.cloudfront.net' },
    target: { domainName: 'd2222222target.cloudfront.net' },
  });
  expect(await aliasesOf('source', 'E1111111SOURCE')).toEqual(['a.example.com', 'b.example.com']);
  expect(await aliasesOf('target', 'E2222222TARGET')).toEqual([]);
});

async function aliasesOf(account: 'source' | 'target', id: string): Promise<string[]> {
  const { CloudFrontClient, GetDistributionConfigCommand } = await import('@aws-sdk/client-cloudfront');
  const accessKeyId = { source: '636696000000', target: '310123456789' }[account];
  const client = new CloudFrontClient({
    endpoint: shell.AWS_ENDPOINT_URL,
    region: 'us-east-1',
    credentials: { accessKeyId, secretAccessKey: 'local' },
  });
  const { DistributionConfig } = await client.send(new GetDistributionConfigCommand({ Id: id }));
  return DistributionConfig?.Aliases?.Items ?? [];
}

test('a move that would be refused exits with 1 and says why', async () => {
  const arn = 'arn:aws:acm:us-east-1:310123456789:certificate/none';
  const { code, out } = await plan('--parameter', `CertificateArn=${arn}`, '--json');
  expect(code).toBe(1);
  const failed = JSON.parse(out).checks.filter((check: { passed: boolean }) => !check.passed);
  expect(failed).toContainEqual(
    expect.objectContaining({ property: 'Target.CertificateArn', remedy: expect.any(String) }),
  );
});

test('the picture is written', async () => {
  const file = join(state, 'plan.svg');
  expect((await plan('--picture', file)).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toMatch(/^<svg [\s\S]*CLAIMING/);
});

test.each([
  [
    'a profile that is not there',
    ['--profile', 'nobody'],
    /the profile nobody: .*Name a profile that has keys/,
  ],
  ['a distribution that is not there', ['--parameter', 'TargetDistributionId=E0'], /no distribution E0/],
  ['a role that may not look', ['--parameter', 'HostedZoneId=Z0OTHER'], /not authorized .*GetHostedZone/],
])('%s is one line and exit code 2', async (_, words, line) => {
  const { code, out, err } = await plan(...words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(line);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});
