import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { likelyKnobs } from '@cutover/local-aws';
import { readFolder } from '../src/rehearsal/folder';
import { UserError } from '../src/user-error';

const good = `
description: two names move
accounts: { old: '111111111111', new: '222222222222' }
before:
  stacks:
    - { account: old, stack: site, template: site.yml }
deploy:
  - at: 60
    account: new
    stack: move
    template: site.yml
    parameters: { Target: { account: old, stack: site, output: Id }, Bake: 5 }
traffic:
  names: [a.example.com]
  expect:
    sides:
      old: { header: x-side, value: old }
      new: { header: x-side, value: new }
`;

/** A folder that holds `rehearsal.yml` with this text, and a template. */
function folderWith(rehearsal: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-'));
  for (const [name, text] of Object.entries({ 'rehearsal.yml': rehearsal, 'site.yml': 'Resources: {}' })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** The message for a folder, without the folder's own path. */
function complaintAbout(rehearsal: string): string {
  const folder = folderWith(rehearsal);
  try {
    readFolder(folder);
    return 'nothing';
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.message.replaceAll(`${folder}/`, '').replaceAll(folder, 'FOLDER');
  }
}

test('a good file is read, with what it leaves out filled in', () => {
  const read = readFolder(folderWith(good));
  expect(read.traffic).toMatchObject({
    path: '/',
    requestsPerSecond: 0.5,
    requestsPerSecondNearChange: 10,
    tailSeconds: 60,
  });
  expect(read.traffic.expect.status).toBe(200);
  expect(read.deploy[0]?.parameters).toEqual({
    Target: { account: 'old', stack: 'site', output: 'Id' },
    Bake: '5',
  });
  expect(read.before.distributions).toEqual([]);
  expect(read.expect.finalSide).toEqual({});
});

test('a bucket keeps versions unless it is told not to; its objects are files of the folder', () => {
  const buckets = '  buckets: [{ account: old, name: rules, objects: { live.yml: site.yml } }]\n';
  const read = readFolder(folderWith(good.replace('before:\n', `before:\n${buckets}`)));
  expect(read.before.buckets).toEqual([
    {
      account: 'old',
      name: 'rules',
      region: 'us-east-1',
      versioned: true,
      objects: { 'live.yml': 'site.yml' },
    },
  ]);
});

test('knobs are read, each like its default', () => {
  const knobs = {
    frontingRule: 'legacy2023',
    edgeDelaySeconds: [1, 2],
    edgeCount: 2,
    dnsCheckSeesAlias: true,
    txtSameAccount: { AssociateAlias: false, UpdateDomainAssociation: false },
  };
  const read = readFolder(folderWith(good.replace('deploy:', `knobs: ${JSON.stringify(knobs)}\ndeploy:`)));
  expect(read.knobs).toEqual(knobs);
  expect(readFolder(folderWith(good)).knobs).toEqual({});
});

const bad: [string, string, string, string][] = [
  [
    'an unknown key at the top',
    'deploy:',
    'deploi: []\ndeploy:',
    'rehearsal.yml: deploi is not known; allowed here: description, accounts, before, origins, endpoints, knobs, deploy, traffic, expect',
  ],
  [
    'an unknown key deep down',
    'at: 60',
    'att: 60',
    'rehearsal.yml: deploy[0].att is not known; allowed here: at, account, stack, template, parameters, update, refused',
  ],
  ['a missing key', 'description: two names move', '', 'rehearsal.yml: description is missing'],
  [
    'a time that is no number',
    'at: 60',
    'at: soon',
    'rehearsal.yml: deploy[0].at must be a number of at least 0, not "soon"',
  ],
  [
    'an account number that YAML took for a number',
    "'222222222222'",
    '222222222222',
    'rehearsal.yml: accounts.new must be an account number of 12 digits in quotes, not 222222222222',
  ],
  [
    'an account that nobody declared',
    'account: new',
    'account: newer',
    'rehearsal.yml: deploy[0].account names "newer", but accounts has old, new',
  ],
  [
    'a template that is not there',
    'template: site.yml\n    parameters',
    'template: gone.yml\n    parameters',
    'rehearsal.yml: deploy[0].template names gone.yml, which is not in FOLDER',
  ],
  [
    'an object whose file is not there',
    'before:\n',
    'before:\n  buckets: [{ account: old, name: rules, objects: { live.yml: gone.yml } }]\n',
    'rehearsal.yml: before.buckets[0].objects.live.yml names gone.yml, which is not in FOLDER',
  ],
  [
    'a list where a mapping stands',
    "accounts: { old: '111111111111', new: '222222222222' }",
    'accounts: []',
    'rehearsal.yml: accounts must be a mapping, not []',
  ],
  [
    'an update of a stack that nothing creates',
    'at: 60',
    'at: 60\n    update: true',
    'rehearsal.yml: deploy[0] updates the stack move, which nothing before it creates in new',
  ],
  [
    'a stack created twice',
    'account: new\n    stack: move',
    'account: old\n    stack: site',
    'rehearsal.yml: deploy[0] creates the stack site again; say update: true to change it',
  ],
  [
    'an output of a stack that comes later',
    'stack: site, output',
    'stack: sight, output',
    'rehearsal.yml: deploy[0].parameters.Target wants an output of the stack sight in old, which nothing before it creates',
  ],
  [
    'a name in capitals',
    '[a.example.com]',
    '[A.example.com]',
    'rehearsal.yml: traffic.names[0] must be a host name in lower case, without a last dot, not "A.example.com"',
  ],
  [
    'one side only',
    '      new: { header: x-side, value: new }\n',
    '',
    'rehearsal.yml: traffic.expect.sides needs two sides, or nobody can tell who answers',
  ],
  [
    'a final side that is no side',
    'traffic:',
    'expect: { finalSide: { a.example.com: newest } }\ntraffic:',
    'rehearsal.yml: expect.finalSide.a.example.com names the side "newest", but traffic.expect.sides has old, new',
  ],
  [
    'too few requests near a change',
    'names:',
    'requestsPerSecondNearChange: 5\n  names:',
    'rehearsal.yml: traffic.requestsPerSecondNearChange must be a number of at least 10, not 5',
  ],
  [
    'a knob that nobody has',
    'deploy:',
    'knobs: { frontingRules: current }\ndeploy:',
    `rehearsal.yml: knobs.frontingRules is not known; allowed here: ${Object.keys(likelyKnobs).join(', ')}`,
  ],
  [
    'a knob set to a word that it does not know',
    'deploy:',
    'knobs: { frontingRule: strict }\ndeploy:',
    'rehearsal.yml: knobs.frontingRule must be one of current, legacy2023, not "strict"',
  ],
  [
    'a knob that wants the least and the most',
    'deploy:',
    'knobs: { edgeDelaySeconds: [18, 4] }\ndeploy:',
    'rehearsal.yml: knobs.edgeDelaySeconds must be the least and the most, as in [4, 18], not [18,4]',
  ],
  [
    'half an edge',
    'deploy:',
    'knobs: { edgeCount: 1.5 }\ndeploy:',
    'rehearsal.yml: knobs.edgeCount must be a whole number, not 1.5',
  ],
];

test.each(bad)('%s is refused in one line', (_, from, to, message) => {
  expect(good).toContain(from);
  expect(complaintAbout(good.replace(from, to))).toBe(message);
});

test('text that is not YAML is refused with its line', () => {
  expect(complaintAbout('description: a\naccounts: { b: ')).toMatch(/^rehearsal\.yml:2: not YAML: /);
});

test('a folder that is not there, or holds no rehearsal, is refused', () => {
  expect(() => readFolder('/nowhere/at/all')).toThrow('/nowhere/at/all: there is no such folder');
  expect(() => readFolder(tmpdir())).toThrow('there is no rehearsal.yml in this folder');
});
