import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCutover, examplesFolder } from './built';
import { rehearse, reportedBy } from './rehearse';

const folder = join(examplesFolder, 'cdk');
const limitMs = 240_000;

beforeAll(buildCutover, 60_000);

test(
  'a template that cdk synth wrote is rehearsed as it is, and no request fails',
  async () => {
    const { report } = await reportedBy(rehearse(folder));
    expect(report).toMatchObject({
      verdict: 'PASSED',
      failed: 0,
      reasons: [],
      finalSide: { 'a.example.com': 'target', 'b.example.com': 'target' },
    });
  },
  limitMs,
);

test(
  'the templates are what cdk synth writes today',
  () => {
    if (!existsSync(join(folder, 'node_modules')))
      execFileSync('npm', ['ci', '--prefer-offline'], { cwd: folder, stdio: 'pipe' });
    const out = mkdtempSync(join(tmpdir(), 'cutover-cdk-'));
    execFileSync(process.execPath, ['app.js', out], { cwd: folder, stdio: 'pipe' });
    for (const file of ['Site.template.json', 'SourceAccess.template.json'])
      expect(readFileSync(join(out, file), 'utf8')).toBe(readFileSync(join(folder, 'cdk.out', file), 'utf8'));
  },
  limitMs,
);
