import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** Runs the text in a Node of its own, with `run(code)` for the vm engine. */
function node(text: string): { status: number | null; stdout: string; stderr: string } {
  const contents = `import { vmEngine } from './engines/vm';
import { viewerRequest } from './event';
const run = (code) => vmEngine.run({ code, store: new Map(), events: [viewerRequest({ host: 'a', uri: '/', now: 0 })] });
${text}`;
  const stdin = { contents, resolveDir: join(__dirname, '..', 'src') };
  const [bundle] = buildSync({ stdin, bundle: true, platform: 'node', write: false }).outputFiles;
  return spawnSync(process.execPath, ['-'], { input: bundle!.text, encoding: 'utf8' });
}

describe('a promise that is left rejected', () => {
  const code = JSON.stringify("function handler() { Promise.reject(new Error('left')); return 1; }");

  test('by a function does not end the process', () => {
    const { status, stdout } = node(`run(${code}).then(([{ output }]) => console.log('output', output));`);
    expect([status, stdout]).toEqual([0, 'output 1\n']);
  });

  test('by anyone else still does', () => {
    const { status, stderr } = node(`run(${code}); Promise.reject(new Error('ours'));`);
    expect(status).not.toBe(0);
    expect(stderr).toContain('ours');
  });
});
