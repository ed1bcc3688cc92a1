import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { absence } from '../../src/redirects/engines';
import { buildCutover, cutoverBin, examplesFolder } from '../built';

/** What the workflow of examples/rules-repository runs, step by step, against the local AWS. */
jest.setTimeout(180_000);

const example = join(examplesFolder, 'rules-repository');

interface Step {
  readonly name?: string;
  readonly run?: string;
}
interface Workflow {
  readonly jobs: Record<string, { readonly environment?: string; readonly steps: readonly Step[] }>;
}
const workflow = parse(readFileSync(join(example, '.github/workflows/redirects.yml'), 'utf8')) as Workflow;

/** The variables of the environments, as one would set them at GitHub; the role is a profile here. */
const variables: Record<string, Record<string, string>> = {
  rules: {},
  stage: { RULES_BUCKET: 'example-rules-stage', HOSTED_ZONE: 'Z0STAGEEXAMPLECOM', AWS_PROFILE: 'stage' },
  prod: { RULES_BUCKET: 'example-rules-prod', HOSTED_ZONE: 'Z0EXAMPLECOM', AWS_PROFILE: 'prod' },
};

let state: string;
let repository: string;
let local: Record<string, string>;

const shell = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  CUTOVER_STATE_DIR: state,
  ...local,
  ...more,
});

beforeAll(() => {
  buildCutover();
  state = mkdtempSync(join(tmpdir(), 'cutover-state-'));
  repository = join(mkdtempSync(join(tmpdir(), 'rules-repository-')), 'rules');
  cpSync(example, repository, { recursive: true });
  const git = (...words: string[]) => execFileSync('git', words, { cwd: repository, stdio: 'ignore' });
  git('init', '-q');
  git('add', '.');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-q', '-m', 'Rules');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  const words = [cutoverBin, 'local', join(example, 'local'), '--env', '--json', '--speed', '300'];
  local = JSON.parse(execFileSync(process.execPath, words, { env: shell(), encoding: 'utf8' }));
  // The step takes the keys of the environment's account, as configure-aws-credentials would give them.
  delete local.AWS_ACCESS_KEY_ID;
  delete local.AWS_SECRET_ACCESS_KEY;
}, 120_000);

afterAll(() => {
  execFileSync(process.execPath, [cutoverBin, 'local', '--stop'], { env: shell() });
  rmSync(state, { recursive: true, force: true });
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** As a runner of GitHub does: no profile, and the first failure ends the step. */
const bash = (script: string, more: Record<string, string> = {}): Promise<Ran> =>
  new Promise((resolve) =>
    execFile(
      'bash',
      [
        '--norc',
        '--noprofile',
        '-e',
        '-c',
        `cutover() { "${process.execPath}" "${cutoverBin}" "$@"; }; ${script}`,
      ],
      { cwd: repository, env: shell({ GITHUB_STEP_SUMMARY: join(state, 'summary.md'), ...more }) },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }),
    ),
  );

const edit = (from: string, to: string): void => {
  const file = join(repository, 'rules.yml');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replaceAll(from, to));
};

/** Runs the steps of a job until one fails. @returns the last one that ran */
async function job(name: string): Promise<Ran & { step: string }> {
  let last = { code: 0, out: '', err: '', step: '' };
  for (const { run, name: step = '' } of workflow.jobs[name]!.steps) {
    if (run === undefined) continue;
    last = { ...(await bash(run, variables[name])), step };
    if (last.code !== 0) break;
  }
  return last;
}

test('the jobs are those that are run here', () => {
  expect(Object.keys(workflow.jobs)).toEqual(Object.keys(variables));
});

test('on a push without a change, nothing is different', async () => {
  const { code, out, step } = await job('rules');
  expect({ code, step }).toEqual({ code: 0, step: 'diff' });
  expect(out).toMatch(/^0 of \d+ requests are answered otherwise\n$/);
});

test.each([
  ['stage', 'go.stage.example.com'],
  ['prod', 'go.example.com'],
])('%s is made, and answers for %s', async (stage, host) => {
  const { code, out, err } = await job(stage);
  expect({ code, err: withoutNjs(err) }).toEqual({ code: 0, err: '' });
  expect(out).toContain('Nothing is deployed yet: 2 rules for 1 host are new');
  expect(out).toMatch(/Add Redirects \(AwsCommunity::Redirect::Site\)/);
  expect(out).toContain(`redirects-${stage}: CREATE_COMPLETE`);
  const edge = `${local.CUTOVER_LOCAL_CURL!.replace(/ https:.*/, '')} -sD - -o /dev/null`;
  const answered = await bash(`${edge} https://${host}/docs/a?x=1`);
  expect(answered.out).toContain('location: https://docs.example.com/a?x=1');
});

test('what is deployed already is nothing to change', async () => {
  const { code, out } = await job('prod');
  expect(code).toBe(0);
  expect(out).toMatch(/^redirects-prod: there is nothing to change$/m);
});

test('a change without its test stops at the first job that runs tests, and a deployment by hand too', async () => {
  edit('To: https://www.example.com/campaigns/summer\n', 'To: https://www.example.com/campaigns/autumn\n');
  expect(await job('rules')).toMatchObject({ code: 1, step: 'test' });
  const { code, out, err } = await bash('cutover redirects deploy --stage prod template.yml rules.yml');
  expect(code).toBe(1);
  expect(out).toContain('MISMATCH');
  expect(err).toContain('rules.yml: not deployed: mend what is above first');
});

test('with its test it is shown as what visitors will notice, and deployed', async () => {
  edit(
    'Location: https://www.example.com/campaigns/summer',
    'Location: https://www.example.com/campaigns/autumn',
  );
  const rules = await job('rules');
  expect(rules).toMatchObject({ code: 0, step: 'diff' });
  expect(readFileSync(join(state, 'summary.md'), 'utf8')).toContain(
    '+ 302 https://www.example.com/campaigns/autumn',
  );
  const { code, out } = await job('prod');
  expect(code).toBe(0);
  expect(out).toMatch(/Against the rules that are deployed:\ncampaign: [\s\S]*campaigns\/autumn/);
  expect(out).toMatch(/Modify Redirects \(AwsCommunity::Redirect::Site\): RulesSource/);
  expect(out).toContain('redirects-prod: UPDATE_COMPLETE');
});

test('--dry-run says the same and writes nothing; --json is one document', async () => {
  edit('campaigns/autumn', 'campaigns/winter');
  const words = 'cutover redirects deploy --stage prod --profile prod --json template.yml rules.yml';
  const dry = await bash(`${words} --dry-run`);
  expect(dry.code).toBe(0);
  expect(JSON.parse(dry.out)).toMatchObject({
    stage: 'prod',
    stack: 'redirects-prod',
    status: 'DRY_RUN',
    passed: true,
    difference: { changed: expect.any(Number) },
    rules: null,
  });
  const live = await bash(words.replace('rules.yml', '<(git show HEAD:rules.yml)'));
  expect(live.code).toBe(0);
  const { status, changes, outputs } = JSON.parse(live.out);
  expect({ status, changes, outputs }).toMatchObject({
    status: 'UPDATE_COMPLETE',
    changes: [{ logicalId: 'Redirects', action: 'Modify' }],
    outputs: { Generation: '3' },
  });
});

test.each([
  ['a bucket that is not there', '--stage other --bucket nobody', /there is no bucket nobody/],
  ['no bucket at all', '--stage other', /name a bucket that keeps versions with --bucket/],
  [
    'a parameter that the template has not',
    '--stage prod --parameter Zone=Z1',
    /--parameter Zone: the template has/,
  ],
  ['a profile that is not there', '--stage prod --profile nobody', /the profile nobody/],
])('%s is one line and exit code 2', async (_, words, line) => {
  const { code, err } = await bash(
    `cutover redirects deploy ${words} template.yml rules.yml`,
    variables.prod,
  );
  expect(code).toBe(2);
  expect(withoutNjs(err)).toMatch(line);
  expect(withoutNjs(err).trimEnd().split('\n')).toHaveLength(1);
});

/** Where njs is absent, that is said. */
const withoutNjs = (text: string): string =>
  absence('njs') === undefined ? text : text.replaceAll(/^.*njs.*\n/gm, '');
