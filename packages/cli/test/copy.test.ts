import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../src/main';
import { recordingIo } from './io';

const fixtures = join(__dirname, '..', '..', 'distribution-copy', 'test', 'fixtures');
const config = join(fixtures, 'source.get-distribution-config.json');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cutover-copy-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function copy(...words: string[]) {
  const io = recordingIo();
  const code = await main(['copy', ...words], io);
  return { code, out: io.stdout, err: io.stderr };
}

const map = () => join(folder, 'map.yml');
const fillIn = () => writeFileSync(map(), readFileSync(map(), 'utf8').replaceAll(/: ""$/gm, ': there'));

test('a first run writes the map to fill in and no template', async () => {
  const out = join(folder, 'target.yml');
  const { code, err } = await copy(config, '--map', map(), '--out', out);
  expect(code).toBe(1);
  expect(err).toContain('Not mapped yet (21), so there is no template:');
  expect(err).toContain('at CacheBehaviors.Items[0].RealtimeLogConfigArn');
  expect(readFileSync(map(), 'utf8')).toContain('arn:aws:acm:us-east-1:111122223333:certificate/source: ""');
  expect(existsSync(out)).toBe(false);
});

test('a second run with the map filled in writes the template', async () => {
  await copy(config, '--map', map(), '--with', join(fixtures, 'taken'));
  fillIn();
  const out = join(folder, 'target.yml');
  const { code, err } = await copy(config, '--map', map(), '--with', join(fixtures, 'taken'), '--out', out);
  expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('To see to yourself:') });
  expect(readFileSync(out, 'utf8')).toContain('Type: AWS::CloudFront::Distribution');
});

test('the template goes to standard output and nothing else does', async () => {
  await copy(config, '--map', map());
  fillIn();
  const { out } = await copy(config, '--map', map());
  expect(out).toMatch(/^AWSTemplateFormatVersion: /);
  expect(out).not.toContain('To see to yourself');
});

test('--json tells what is not mapped, and the template once all is', async () => {
  const first = JSON.parse((await copy(config, '--map', map(), '--json')).out);
  expect(first).toMatchObject({ complete: false });
  expect(first.unmapped).toContainEqual(expect.objectContaining({ section: 'webAcls', paths: ['WebACLId'] }));
  fillIn();
  const second = JSON.parse((await copy(config, '--map', map(), '--json')).out);
  expect(second).toMatchObject({ complete: true, unmapped: [], template: { Resources: {} } });
});

test.each([
  ['no configuration', ['nowhere.json'], /nowhere\.json: cannot be read: there is no such file/],
  ['something that is no JSON', [__filename], /copy\.test\.ts: not JSON/],
  ['no such definitions', [config, '--with', 'nowhere'], /nowhere: there is no such file or folder/],
  ['definitions that are none', [config, '--with', config], /is no output that can be recreated/],
])('%s: one line, exit code 2, and no map', async (_, words, line) => {
  const { code, err } = await copy(...words, '--map', map());
  expect({ code, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, lines: 1 });
  expect(err).toMatch(line);
  expect(existsSync(map())).toBe(false);
});
