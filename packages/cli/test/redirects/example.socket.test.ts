import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readRules } from '@cutover/redirect-rules';
import { examplesFolder } from '../built';
import { redirects } from './run';

const folder = join(examplesFolder, 'redirects');
const files = ['rules.yml', 'mended.yml'].map((name) => join(folder, name));
/** Its rules expire one day. */
const at = ['--at', '2026-12-01'];

describe.each(files)('%s', (file) => {
  it('has nothing to mend', async () => {
    const { code, out } = await redirects(['check', ...at, file]);
    expect(out).toMatch(
      /^0 errors, 0 warnings, 0 notes; declared tests reach (\d+) of \1 rules \(100 %\)\n$/,
    );
    expect(code).toBe(0);
  });

  it('passes its tests in every engine', async () => {
    const { code, out } = await redirects(['test', ...at, file]);
    expect(out).toMatch(/^function: (\d+) tests: \1 MATCHED$/m);
    expect(code).toBe(0);
  });

  it('names the schema for editors', () => {
    const [, schema = ''] = /^# yaml-language-server: \$schema=(.*)\n/.exec(readFileSync(file, 'utf8')) ?? [];
    const { properties } = JSON.parse(readFileSync(join(dirname(file), schema), 'utf8'));
    expect(Object.keys(properties)).toContain('Sites');
  });
});

test('the example shows what the language has', () => {
  const { rules } = readRules(readFileSync(files[0]!, 'utf8'), 'rules.yml');
  const all = rules!.sites.flatMap((site) => site.rules);
  const has = (what: (rule: (typeof all)[number]) => unknown): boolean =>
    all.some((rule) => Boolean(what(rule)));
  expect({
    placeholders: has(({ match: { path } }) => path.kind === 'pattern' && path.pattern.includes(':')),
    splat: has(({ match: { path } }) => path.kind === 'pattern' && path.pattern.endsWith('*')),
    regex: has(({ match: { path } }) => path.kind === 'regex'),
    query: has(({ match }) => match.query),
    country: has(({ match }) => match.country),
    gone: has(({ outcome }) => outcome.status === 410),
    expiry: has(({ expires, notBefore }) => expires && notBefore),
    hsts: has(({ outcome }) => outcome.hsts),
    owner: has(({ owner, ticket }) => owner && ticket),
    wildcard: rules!.sites.some(({ hosts }) => hosts.some((host) => host.startsWith('*.'))),
  }).toEqual({
    placeholders: true,
    splat: true,
    regex: true,
    query: true,
    country: true,
    gone: true,
    expiry: true,
    hsts: true,
    owner: true,
    wildcard: true,
  });
});
