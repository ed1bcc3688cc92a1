import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lintTemplates } from '../../src/lint/linter';
import { root } from '../workbench';

const type = 'awscommunity-cloudfront-aliasmigration';
const schema = JSON.parse(readFileSync(join(root, type, `${type}.json`), 'utf8'));
const page = readFileSync(join(root, 'docs', 'alias-migration.md'), 'utf8');

/** The block's lines below `Properties:`, as people paste them. */
const templateOf = (block: string): string =>
  `Resources:\n  Move:\n    Type: ${schema.typeName}\n    Properties:\n${block.replaceAll(/^(?=.)/gm, '      ')}`;

test('cfn-lint accepts the roles and every block of the handbook of moves', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'cutover-handbook-'));
  const blocks = Array.from(page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm), ([, block = '']) => block);
  const files = blocks.map((block, n) => {
    const file = join(scratch, `${n}.yml`);
    writeFileSync(file, templateOf(block));
    return file;
  });
  const roles = ['source-role.yml', 'dns-role.yml'].map((name) => join(root, 'examples', 'roles', name));
  const problems = lintTemplates(root, [...roles, ...files], [schema], ['us-east-1', 'eu-central-1']);
  rmSync(scratch, { recursive: true });
  expect(blocks.length).toBeGreaterThan(5);
  expect(problems).toEqual([]);
}, 120_000);
