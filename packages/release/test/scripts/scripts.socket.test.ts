import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import regions from '../../../../release/regions.json';
import { root } from '../workbench';
import { isIgnored, runScript, type ScriptRun } from './recording-aws';

const example = join(root, 'scripts', 'release.env');

const scratch = mkdtempSync(join(tmpdir(), 'cutover-settings-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** The example's settings with others in their place. */
function settingsWith(changes: Readonly<Record<string, string>>): string {
  const file = join(scratch, 'release.env');
  const lines = Object.entries(changes).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(file, readFileSync(example, 'utf8') + lines.join(''));
  return file;
}

const after = (call: readonly string[], name: string): string => call[call.indexOf(name) + 1] ?? '';
const deployed = ({ calls }: ScriptRun) => calls.filter((call) => call.includes('deploy'));
const stackOf = (call: readonly string[]): string => after(call, '--stack-name');
const parametersOf = (call: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    (call.includes('--parameter-overrides') ? call.slice(call.indexOf('--parameter-overrides') + 1) : []).map(
      (each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)],
    ),
  );
/** The last deployment of a stack. */
const lastOf = (run: ScriptRun, stack: string): Record<string, string> =>
  parametersOf(deployed(run).findLast((call) => stackOf(call) === stack) ?? []);

describe('scripts/deploy.sh', () => {
  let all: ScriptRun;
  beforeAll(() => {
    all = runScript('deploy.sh', ['all', example]);
    expect([all.code, all.stderr]).toEqual([0, '']);
  });

  test('deploys the three stages, and wires each to its neighbours', () => {
    expect(lastOf(all, 'awscommunity-alpha-pipeline')).toMatchObject({
      Env: 'alpha',
      NextInbox: 'awscommunity-beta-pipeline/Inbox',
      NextKeyArn: 'awscommunity-beta-pipeline/KeyArn',
      FixturePolicyArns: 'awscommunity-alpha-roles/FixturePolicyArn',
    });
    expect(lastOf(all, 'awscommunity-beta-pipeline')).toMatchObject({
      SenderRoleArn: 'awscommunity-alpha-pipeline/BuildRoleArn',
      NextInbox: 'awscommunity-prod-pipeline/Inbox',
    });
    expect(lastOf(all, 'awscommunity-prod-pipeline')).toMatchObject({
      SenderRoleArn: 'awscommunity-beta-pipeline/BuildRoleArn',
      Publish: 'off',
    });
    expect(lastOf(all, 'awscommunity-prod-stack-set-roles')).toMatchObject({
      PackageBucket: 'awscommunity-prod-pipeline/Inbox',
    });
  });

  test('asks with the profile of the stage, and in one region', () => {
    const profiles = new Set(all.calls.map((call) => after(call, '--profile')));
    expect([...profiles].sort()).toEqual(['alpha', 'beta', 'prod']);
    for (const call of deployed(all))
      expect(stackOf(call)).toMatch(new RegExp(`^awscommunity-${after(call, '--profile')}-`));
    const others = all.calls.filter((call) => !call.includes('put-parameter'));
    expect(new Set(others.map((call) => after(call, '--region')))).toEqual(new Set(['us-east-1']));
  });

  test('tells the fixtures of each account where its names are, in every region that they are deployed in', () => {
    const told = (profile: string) =>
      all.calls.filter((call) => call.includes('put-parameter') && after(call, '--profile') === profile);
    const regionsOf = (profile: string) => [...new Set(told(profile).map((call) => after(call, '--region')))];
    expect(regionsOf('alpha')).toEqual(['us-east-1']);
    expect(regionsOf('prod')).toEqual(regions);
    expect(told('prod').length).toBe(3 * regions.length);
    expect(
      Object.fromEntries(told('beta').map((call) => [after(call, '--name'), after(call, '--value')])),
    ).toEqual({
      '/release/fixtures/Domain': 'beta.example.com',
      '/release/fixtures/HostedZoneId': 'Z0BETA',
      '/release/fixtures/CertificateArn': expect.stringMatching(/^arn:aws:acm:us-east-1:/),
    });
  });

  test('gives templates the parameters that they have, and no others', () => {
    expect(deployed(all).length).toBe(11);
    for (const call of deployed(all)) {
      const template = parse(readFileSync(join(root, after(call, '--template-file')), 'utf8'), {
        logLevel: 'silent',
      });
      const known = Object.keys(template.Parameters ?? {});
      expect(Object.keys(parametersOf(call)).filter((name) => !known.includes(name))).toEqual([]);
    }
  });

  test('starts a stage by a branch where the settings name one, else by its inbox', () => {
    expect(lastOf(all, 'awscommunity-alpha-pipeline')).toMatchObject({
      Repository: 'owner/repo',
      Branch: 'development',
    });
    expect(lastOf(all, 'awscommunity-beta-pipeline')).not.toHaveProperty('Branch');
    const branches = { BETA_BRANCH: 'staging', PROD_BRANCH: 'main' };
    const run = runScript('deploy.sh', ['all', settingsWith(branches)]);
    expect(lastOf(run, 'awscommunity-beta-pipeline')).toMatchObject({ Branch: 'staging' });
    expect(lastOf(run, 'awscommunity-prod-pipeline')).toMatchObject({ Branch: 'main' });
  });

  test('has a sandbox where the three profiles are one', () => {
    const sandbox = { ALPHA_PROFILE: 'me', BETA_PROFILE: 'me', PROD_PROFILE: 'me' };
    const run = runScript('deploy.sh', ['all', settingsWith(sandbox)]);
    expect(new Set(run.calls.map((call) => after(call, '--profile')))).toEqual(new Set(['me']));
    expect(new Set(deployed(run).map(stackOf)).size).toBe(7);
  });

  test('deploys one stage alone, whose neighbours are not there yet', () => {
    const run = runScript('deploy.sh', ['beta', example]);
    expect(deployed(run).map(stackOf)).toEqual(['awscommunity-beta-roles', 'awscommunity-beta-pipeline']);
    expect(lastOf(run, 'awscommunity-beta-pipeline')).toMatchObject({ SenderRoleArn: '' });
    expect(lastOf(run, 'awscommunity-beta-pipeline')).not.toHaveProperty('NextInbox');
  });

  test('deploys the webhook with its code, by its digest', () => {
    const { code, calls } = runScript('deploy.sh', ['webhook', example]);
    expect(code).toBe(0);
    const [upload] = calls.filter((call) => call.includes('cp'));
    const [deploy] = calls.filter((call) => call.includes('deploy'));
    const { CodeKey } = parametersOf(deploy!);
    expect(CodeKey).toMatch(/^webhook\/[0-9a-f]{16}\.zip$/);
    expect(upload?.at(-1)?.endsWith(`/${CodeKey}`)).toBe(true);
  }, 60_000);

  test.each([
    ['a stage that is none', ['gamma', example], 'usage'],
    ['settings that are not there', ['alpha', 'local/none.env'], 'cp scripts/release.env local/'],
  ])('%s: exit code 2, and what to do', (_what, words, says) => {
    const { code, stderr, calls } = runScript('deploy.sh', words);
    expect([code, stderr, calls]).toEqual([2, expect.stringContaining(says), []]);
  });

  test('reads settings that git does not take', () => {
    expect(isIgnored('local/release.env')).toBe(true);
  });
});

describe('scripts/mfa.sh', () => {
  test('writes keys for half a day into a profile of their own', () => {
    const { code, stdout, calls } = runScript('mfa.sh', ['me', '123456']);
    expect([code, stdout]).toEqual([0, '--profile me-mfa until 2026-01-01T12:00:00+00:00\n']);
    const [token] = calls.filter((call) => call.includes('get-session-token'));
    expect([after(token!, '--token-code'), after(token!, '--duration-seconds')]).toEqual(['123456', '43200']);
    const written = calls
      .filter((call) => call.includes('set'))
      .map((call) => [call[2], call[3], call.at(-1)]);
    expect(written).toEqual([
      ['aws_access_key_id', 'AKID', 'me-mfa'],
      ['aws_secret_access_key', 'SECRET', 'me-mfa'],
      ['aws_session_token', 'TOKEN', 'me-mfa'],
      ['region', 'eu-central-1', 'me-mfa'],
    ]);
  });

  test('says who has no device', () => {
    const { code, stderr } = runScript('mfa.sh', ['me', '123456'], { DEVICE: 'None' });
    expect([code, stderr]).toEqual([1, expect.stringContaining('has no MFA device')]);
  });

  test.each([[['me']], [['me', '12345']], [['me', 'abcdef']]])('%p: usage, and no call', (words) => {
    const { code, calls } = runScript('mfa.sh', words);
    expect([code, calls]).toEqual([2, []]);
  });
});

test('the workflow of pull requests runs `npm test`, with actions by their hashes and no right to write', () => {
  const workflow = parse(readFileSync(join(root, '.github', 'workflows', 'pull-request.yml'), 'utf8'));
  const steps: { run?: string; uses?: string }[] = workflow.jobs.test.steps;
  expect(steps.flatMap(({ run }) => run ?? [])).toEqual(['npm test']);
  for (const { uses } of steps) if (uses) expect(uses).toMatch(/@[0-9a-f]{40}$/);
  expect([workflow.permissions, 'pull_request' in workflow.on]).toEqual([{ contents: 'read' }, true]);
});

test('release/release.sh is `release promote`', () => {
  const { status, stdout } = spawnSync(join(root, 'release', 'release.sh'), ['--help'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([0, expect.stringContaining('release promote [options] <release>')]);
}, 60_000);
