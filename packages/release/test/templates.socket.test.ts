import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from './workbench';

const folder = join(root, 'release');
const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));
const templates = files.filter((name) => name !== 'buildspec.yml').map((name) => join(folder, name));
/** Made by `release roles`; it counts as none of ours to read. */
templates.push(join(folder, 'roles.json'));
const regions: string[] = JSON.parse(readFileSync(join(folder, 'regions.json'), 'utf8'));

const tool = (name: string, words: readonly string[]): string => {
  const { stdout, stderr } = spawnSync(join(root, '.venv', 'bin', name), words, {
    cwd: root,
    encoding: 'utf8',
  });
  return `${stdout}${stderr}`;
};

/** The names of the rules that a template breaks. */
const brokenBy = (...paths: string[]): Record<string, string[]> =>
  JSON.parse(tool('python', [join(__dirname, 'guard.py'), join(folder, 'rules.guard'), ...paths]));

test('all templates together have fewer than 600 lines', () => {
  const lines = files.map((name) => readFileSync(join(folder, name), 'utf8').split('\n').length - 1);
  expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThan(600);
});

describe('cfn-lint finds nothing', () => {
  const perRegion = templates.filter((path) => /publish/.test(path));
  test('in what is deployed to every region of the list', () => {
    expect(tool('cfn-lint', ['-r', ...regions, '--', ...perRegion])).toBe('');
  }, 300_000);

  /** What is deployed once, to one region, which has to have the services; these have not all of them. */
  const lacking: Readonly<Record<string, readonly string[]>> = {
    'pipeline.yml': ['ca-west-1'],
    'webhook.yml': [
      'ap-south-2',
      'ap-southeast-4',
      'ca-west-1',
      'eu-central-2',
      'eu-south-2',
      'il-central-1',
      'me-central-1',
    ],
  };
  const once = templates.filter((path) => !perRegion.includes(path));
  test.each(once.map((path) => [basename(path), path]))(
    'in %s, in every region that has its services',
    (name, path) => {
      const without = lacking[name] ?? [];
      const others = regions.filter((region) => !without.includes(region));
      expect(tool('cfn-lint', ['-r', ...others, '--', path])).toBe('');
      const said = without.length === 0 ? '' : tool('cfn-lint', ['-r', ...without, '--', path]);
      for (const region of without) expect(said).toMatch(new RegExp(`^E3006 .*${region}`, 'm'));
    },
    300_000,
  );

  test('and finds something where the registry is not', () => {
    expect(tool('cfn-lint', ['-r', 'cn-north-1', '--', ...perRegion])).toContain('E3006');
  }, 120_000);
});

describe('of the rules of CloudFormation Guard', () => {
  test('no template breaks one', () => {
    expect(Object.values(brokenBy(...templates)).flat()).toEqual([]);
  }, 60_000);

  const statement = (Action: unknown) => ({ Statement: [{ Effect: 'Allow', Action, Resource: 'x' }] });
  const role = (Action: unknown) => ({
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {},
      Policies: [{ PolicyName: 'p', PolicyDocument: statement(Action) }],
    },
  });
  const block = {
    BlockPublicAcls: true,
    BlockPublicPolicy: true,
    IgnorePublicAcls: true,
    RestrictPublicBuckets: true,
  };
  const encrypted = {
    ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
  };
  const bucket = (properties: object) => ({
    Type: 'AWS::S3::Bucket',
    Properties: { BucketEncryption: encrypted, PublicAccessBlockConfiguration: block, ...properties },
  });
  const anyone = {
    Type: 'AWS::S3::BucketPolicy',
    Properties: {
      Bucket: 'b',
      PolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'x' }],
      },
    },
  };

  const rows: [string, object, string][] = [
    ['a bucket with a name', bucket({ BucketName: 'mine' }), 'no_fixed_names'],
    ['a role with a name', { ...role('a:B'), Properties: { RoleName: 'mine' } }, 'no_fixed_names'],
    ['a bucket in the clear', bucket({ BucketEncryption: undefined }), 'buckets_are_encrypted'],
    [
      'a bucket that may become public',
      bucket({ PublicAccessBlockConfiguration: { ...block, BlockPublicPolicy: false } }),
      'buckets_are_private',
    ],
    ['a topic in the clear', { Type: 'AWS::SNS::Topic', Properties: {} }, 'topics_and_logs_are_encrypted'],
    ['a star as the action', role('*'), 'no_star_actions'],
    ['a star among the actions', role(['a:B', 's3:Get*']), 'no_star_actions'],
    ['a star on one side of a condition', role({ 'Fn::If': ['C', 'a:B', 's3:*'] }), 'no_star_actions'],
    ['a bucket that everyone may read', anyone, 'no_permission_for_everyone'],
  ];
  test('each is broken by what it is there for', () => {
    const scratch = mkdtempSync(join(tmpdir(), 'cutover-guard-'));
    const paths = rows.map(([, resource], n) => {
      const path = join(scratch, `${n}.json`);
      writeFileSync(path, JSON.stringify({ Resources: { It: resource } }));
      return path;
    });
    const broken = Object.entries(brokenBy(...paths)).map(
      ([path, rules]) => [rows[Number.parseInt(basename(path), 10)]![0], rules] as const,
    );
    rmSync(scratch, { recursive: true });
    expect(broken).toEqual(rows.map(([what, , rule]) => [what, expect.arrayContaining([rule])]));
  }, 60_000);
});
