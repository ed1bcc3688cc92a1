import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..');

test('models.ts and resource-role.yaml are what `npm run generate` makes of the schema', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/generate.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stdout + stderr).toContain('Generated files are up to date.');
  expect(status).toBe(0);
}, 300_000);
