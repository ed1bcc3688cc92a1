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

/** Few processes: starting one takes as long as two templates do. */
describe('of all templates in all regions, cfn-lint', () => {
  interface Match {
    readonly Filename: string;
    readonly Message: string;
    readonly Rule: { readonly Id: string };
  }
  const china = 'cn-north-1';
  let found: { readonly name: string; readonly rule: string; readonly message: string }[];
  const lint = (paths: readonly string[], places: readonly string[]) => {
    const printed = tool('cfn-lint', ['--format', 'json', '-r', ...places, '--', ...paths]);
    return (JSON.parse(printed) as Match[]).map(({ Filename, Message, Rule }) => ({
      name: basename(Filename),
      rule: Rule.Id,
      message: Message,
    }));
  };
  beforeAll(() => {
    const isPipeline = (path: string): boolean => basename(path) === 'pipeline.yml';
    const pipeline = templates.filter(isPipeline);
    const others = templates.filter((path) => !isPipeline(path));
    // Where not all regions know a type, cfn-lint walks a pipeline twice, and takes its artifacts for defined twice.
    const without = lacking['pipeline.yml']!;
    const most = regions.filter((region) => !without.includes(region));
    found = [...lint(others, [...regions, china]), ...lint(pipeline, most), ...lint(pipeline, without)];
  }, 300_000);
  const ofChina = (message: string): boolean => message.includes(`'${china}'`);

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
  test.each(templates.map((path) => basename(path)))(
    'finds nothing in %s, in every region that has its services',
    (name) => {
      const here = found.filter((each) => each.name === name && !ofChina(each.message));
      const regionsOf = here.map(({ message }) => /does not exist in '(.*)'/.exec(message)?.[1]);
      expect(here.filter(({ rule }) => rule !== 'E3006')).toEqual([]);
      expect([...new Set(regionsOf)].sort()).toEqual(lacking[name] ?? []);
    },
  );

  test('finds something where the registry is not', () => {
    const there = found.filter(({ message }) => ofChina(message)).map(({ name, rule }) => `${name} ${rule}`);
    expect(there).toEqual(expect.arrayContaining([expect.stringMatching(/^publish\S* E3006$/)]));
  });
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
