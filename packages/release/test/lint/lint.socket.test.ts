import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/main';
import { findProjects } from '../../src/project/type-project';
import { recordingIo, root, typeFolders } from '../workbench';

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'cutover-lint-'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

async function lint(...templates: string[]) {
  const io = recordingIo(root);
  return { code: await main(['lint', ...templates], io), stdout: io.stdout, stderr: io.stderr };
}

const sound = `Resources:
  Move:
    Type: AwsCommunity::CloudFront::AliasMigration
    Properties:
      Aliases: [www.example.com]
      Source: { DistributionId: E1OLDSITE2019 }
      Target: { DistributionId: E2NEWSITE2026 }
      Strategy: AUTO
Outputs:
  Phase: { Value: !GetAtt Move.Phase }
`;

/** One mistake each, and what says so. With a linter that passes over the types, every row fails. */
const rows: [string, string, string, string][] = [
  ['a property that there is not', 'Strategy: AUTO', 'Stratgy: AUTO', 'E3002'],
  ['a property that lacks', 'Aliases: [www.example.com]', 'PlanOnly: true', 'E3003'],
  ['a choice that there is not', 'Strategy: AUTO', 'Strategy: QUICK', 'E3030'],
  ['a value of another form', 'E1OLDSITE2019', 'the-old-site', 'E3031'],
  ['a value of another type', 'Strategy: AUTO', 'PlanOnly: perhaps', 'E3012'],
  ['an attribute that there is not', 'Move.Phase', 'Move.Phrase', 'E'],
  ['a property that only the type sets', 'Strategy: AUTO', 'Phase: DONE', 'Move.Phase is read-only'],
];

describe('release lint', () => {
  test('finds each kind of mistake', async () => {
    const files = rows.map(([what, right, wrong]) => {
      expect([what, sound.includes(right)]).toEqual([what, true]);
      const file = join(scratch, `${what.replaceAll(' ', '-')}.yml`);
      writeFileSync(file, sound.replace(right, wrong));
      return file;
    });
    const { code, stdout } = await lint(...files);
    expect(code).toBe(1);
    const findings = stdout.split('\n');
    const found = rows.map(([what, , , words], n) => [
      what,
      findings.some((line) => line.includes(words) && line.includes(files[n]!)),
    ]);
    expect(found).toEqual(rows.map(([what]) => [what, true]));
  }, 120_000);

  test('takes no linter that looks at no property', async () => {
    const blind = join(scratch, 'cfn-lint');
    writeFileSync(join(scratch, 'any.yml'), sound);
    writeFileSync(blind, '#!/bin/sh\necho cfn-lint 1.58.0\n', { mode: 0o755 });
    process.env.CFN_LINT = blind;
    const { code, stderr } = await lint(join(scratch, 'any.yml'));
    delete process.env.CFN_LINT;
    expect([code, stderr]).toEqual([2, expect.stringContaining('checks no property')]);
  });

  test('says which template is not there', async () => {
    expect(await lint('none.yml')).toMatchObject({ code: 2, stderr: expect.stringContaining('none.yml') });
  });
});

describe('nothing is found', () => {
  const templates = [
    ...typeFolders.map((type) => `${type}/test/integ.yml`),
    'examples/redirect-site/site.yml',
    'examples/same-account/migration.yml',
    'examples/cross-account/target/migration.yml',
    'examples/cdk/cdk.out/Site.template.json',
    'examples/terraform/template.yml',
  ];
  test('in what shows the types: CloudFormation, CDK, Terraform, their integration tests, and what each mistake is made in', async () => {
    const file = join(scratch, 'sound.yml');
    writeFileSync(file, sound);
    expect(await lint(file, ...templates)).toEqual({ code: 0, stdout: '', stderr: '' });
  }, 120_000);

  test('and Terraform asks for what was looked at, and for nothing else', () => {
    const text = readFileSync(join(root, 'examples', 'terraform', 'main.tf'), 'utf8');
    const asked = Array.from(
      text.matchAll(/jsonencode\(local\.resources\.(\w+)\.Properties\)/g),
      ([, name]) => name,
    );
    expect(asked.sort()).toEqual(['Move', 'Redirects']);
    expect(text.match(/desired_state/g)).toHaveLength(asked.length);
    expect(text).toMatch(/yamldecode\(file\("\$\{path\.module\}\/template\.yml"\)\)/);
  });
});

test('the construct of the CDK example is that of today’s schema', async () => {
  const [type] = findProjects(root, ['AwsCommunity::CloudFront::AliasMigration']);
  await main(['construct', type!.typeName, '--out', scratch], recordingIo(root));
  for (const file of [`${type!.slug}.js`, `${type!.slug}.d.ts`]) {
    const shown = join(root, 'examples', 'cdk', 'constructs', file);
    expect(existsSync(shown) && readFileSync(shown, 'utf8')).toBe(readFileSync(join(scratch, file), 'utf8'));
  }
});
