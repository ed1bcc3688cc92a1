import type { ChangeSet, DeployAccount, DeployedStack, StackChange, StackEvent } from '@cutover/aws-adapter';
import { type Audience, type DeployRequest, deploy, prospect } from '../../src/redirects/deploy/deploy';
import { gated, mayPass, sha256Of } from '../../src/redirects/deploy/gate';
import { deployTemplate } from '../../src/redirects/deploy/template';
import { fileWith, redirects } from './run';

const rulesTo = (target: string): string =>
  `Sites: [{Hosts: [go.example.com], Rules: [{Id: campaign, Match: /, To: '${target}', Tests: [{Url: /, Expect: '${target}'}]}]}]\n`;

const parameters = ['RulesBucket', 'RulesKey', 'RulesVersionId', 'RulesSha256', 'Zone', 'Stage'];
const template = `Parameters:\n${parameters.map((name) => `  ${name}: { Type: String }\n`).join('')}Resources:\n  Redirects: { Type: AwsCommunity::Redirect::Site }\n`;

interface Told {
  readonly stack?: Partial<DeployedStack>;
  readonly changeSet?: Partial<ChangeSet>;
  readonly objects?: Readonly<Record<string, string>>;
  readonly isVersioned?: boolean;
  readonly ends?: string;
  readonly events?: readonly Partial<StackEvent>[];
}

/** An account of one bucket and at most one stack, which ends as it is told to. */
function account(told: Told) {
  const done: string[] = [];
  const prepared: StackChange[] = [];
  const existing = told.stack && { ...blank, status: 'UPDATE_COMPLETE', ...told.stack };
  let isExecuted = false;
  const fake: DeployAccount = {
    rules: {
      isVersioned: async (bucket) => (bucket === 'rules' ? (told.isVersioned ?? true) : undefined),
      put: async (bucket, key) => {
        done.push(`put ${bucket}/${key}`);
        return { bucket, key, versionId: 'v2' };
      },
      urlOf: ({ bucket, key, versionId }) => `https://${bucket}.s3.example/${key}?versionId=${versionId}`,
      get: async ({ versionId }) => {
        const text = told.objects?.[versionId];
        return text === undefined ? undefined : Buffer.from(text);
      },
    },
    stacks: {
      find: async () => (isExecuted ? { ...blank, status: told.ends ?? 'UPDATE_COMPLETE' } : existing),
      stackOf: async () => undefined,
      prepare: async (change) => {
        prepared.push(change);
        done.push(`prepare ${change.isNew ? 'a new' : 'the'} stack`);
        return { id: 'change-set', stackId: 'stack' };
      },
      changeSet: async () => ({ status: 'CREATE_COMPLETE', reason: '', changes: [], ...told.changeSet }),
      execute: async () => {
        isExecuted = true;
        done.push('execute');
      },
      discard: async () => void done.push('discard'),
      events: async (_, after) =>
        after === undefined && !isExecuted
          ? [eventOf({ id: 'old' })]
          : after === 'old'
            ? (told.events ?? []).map(eventOf)
            : [],
    },
  };
  return { fake, done, prepared };
}

const blank: DeployedStack = { id: 'stack', status: '', reason: 'why', parameters: {}, outputs: {} };
const eventOf = (event: Partial<StackEvent>): StackEvent => ({
  id: `${event.logicalId} ${event.status}`,
  at: '2026-01-01T00:00:00.000Z',
  logicalId: 'Redirects',
  type: 'T',
  status: 'UPDATE_IN_PROGRESS',
  reason: '',
  ...event,
});

const now = Date.UTC(2026, 0, 1);
const pace = { sleep: async () => {} };

/** A stack whose rules lead to the former target, as version v1. */
const former = rulesTo('https://www.example.com/a');
const live = {
  stack: {
    parameters: {
      RulesBucket: 'rules',
      RulesKey: 'redirects-prod/rules.yml',
      RulesVersionId: 'v1',
      RulesSha256: sha256Of(Buffer.from(former)),
      Zone: '****',
    },
  },
  objects: { v1: former },
};

async function deployed(told: Told, rules: string, more: Partial<DeployRequest> = {}, place = account(told)) {
  const shown: string[] = [];
  const show: Audience = {
    difference: (found, difference) =>
      shown.push(difference === undefined ? found.kind : `${difference.changed > 0 ? '' : 'un'}changed`),
    uploaded: ({ versionId }) => shown.push(versionId),
    changes: () => {},
    event: ({ status }) => shown.push(status),
  };
  const request: DeployRequest = {
    stage: 'prod',
    stack: 'redirects-prod',
    template: deployTemplate(fileWith(template, 'template.yml')),
    file: 'rules.yml',
    gated: await gated(fileWith(rules), now, false),
    parameters: {},
    capabilities: [],
    mayRemove: false,
    now,
    ...more,
  };
  const found = await prospect(place.fake, request, show);
  const result = await deploy(place.fake, request, found, pace, show);
  return { ...place, shown, result };
}

test('a first deployment makes the stack, with the rules and the stage as parameters', async () => {
  const { done, prepared, shown, result } = await deployed({ ends: 'CREATE_COMPLETE' }, former, {
    bucket: 'rules',
    parameters: { Zone: 'Z1' },
  });
  expect(result).toMatchObject({ status: 'CREATE_COMPLETE', passed: true });
  expect(done).toEqual(['put rules/redirects-prod/rules.yml', 'prepare a new stack', 'execute']);
  expect(shown[0]).toBe('none');
  expect(prepared[0]).toMatchObject({
    kept: [],
    parameters: { Stage: 'prod', Zone: 'Z1', RulesBucket: 'rules', RulesVersionId: 'v2' },
  });
});

test('a template that no request may carry goes beside the rules', async () => {
  const large = deployTemplate(fileWith(`${template}#${'x'.repeat(51_200)}\n`, 'template.yml'));
  const { done, prepared } = await deployed({ ends: 'CREATE_COMPLETE' }, former, {
    bucket: 'rules',
    template: large,
  });
  expect(done).toEqual([
    'put rules/redirects-prod/rules.yml',
    'put rules/redirects-prod/template',
    'prepare a new stack',
    'execute',
  ]);
  expect(prepared[0]?.template).toEqual({
    url: 'https://rules.s3.example/redirects-prod/template?versionId=v2',
  });
});

test('a later one finds the bucket in the stack, and keeps the values that nobody gives', async () => {
  const { done, prepared, shown } = await deployed(live, rulesTo('https://www.example.com/b'));
  expect(done).toEqual(['put rules/redirects-prod/rules.yml', 'prepare the stack', 'execute']);
  expect(shown).toEqual(['changed', 'v2']);
  expect(prepared[0]?.kept).toEqual(['Zone']);
});

test('rules that are live already are not uploaded again', async () => {
  const told = {
    ...live,
    changeSet: { status: 'FAILED', reason: "The submitted information didn't contain changes." },
  };
  const { done, shown, result } = await deployed(told, former);
  expect(result).toMatchObject({ status: 'UNCHANGED', passed: true });
  expect(shown).toEqual(['unchanged', 'v1']);
  expect(done).toEqual(['prepare the stack', 'discard']);
});

test('a stack that goes back has failed, for the reason of the first resource that did', async () => {
  const { result, shown } = await deployed(
    {
      ...live,
      ends: 'UPDATE_ROLLBACK_COMPLETE',
      events: [
        { status: 'UPDATE_FAILED', reason: 'Nothing was changed. Sites[0]: expected 301, got 404.' },
        { logicalId: 'redirects-prod', status: 'UPDATE_ROLLBACK_COMPLETE' },
      ],
    },
    rulesTo('https://www.example.com/b'),
  );
  expect(result).toMatchObject({
    passed: false,
    why: 'Redirects: Nothing was changed. Sites[0]: expected 301, got 404.',
  });
  expect(shown).toEqual(['changed', 'v2', 'UPDATE_FAILED', 'UPDATE_ROLLBACK_COMPLETE']);
});

test.each([
  ['whose object is gone', { ...live, objects: {} }],
  ['whose object is another one', { ...live, objects: { v1: rulesTo('https://www.example.com/c') } }],
  ['that had its rules in the template', { stack: { parameters: { RulesBucket: 'rules' } } }],
])('a stack %s is deployed to, without a comparison', async (_, told) => {
  const { shown, result } = await deployed(told, former);
  expect(shown[0]).toBe('unreadable');
  expect(result.passed).toBe(true);
});

test.each<[string, Told, Partial<DeployRequest>, RegExp]>([
  ['no bucket is named', {}, {}, /name a bucket that keeps versions with --bucket/],
  ['the bucket is not there', {}, { bucket: 'other' }, /there is no bucket other/],
  [
    'the bucket keeps no versions',
    { isVersioned: false },
    { bucket: 'rules' },
    /put-bucket-versioning --bucket rules/,
  ],
  ['another change is under way', { stack: { status: 'UPDATE_IN_PROGRESS' } }, {}, /wait for it/],
  ['the creation has failed', { stack: { status: 'ROLLBACK_COMPLETE' } }, {}, /delete-stack --stack-name/],
  ['the stack is stuck', { stack: { status: 'UPDATE_ROLLBACK_FAILED' } }, {}, /describe-stack-events/],
])('where %s, nothing is written', async (_, told, more, words) => {
  const place = account(told);
  await expect(deployed(told, former, more, place)).rejects.toThrow(words);
  expect(place.done).toEqual([]);
});

const change = { logicalId: 'Redirects', type: 'AwsCommunity::Redirect::Site', properties: [] };

test.each<[string, Partial<ChangeSet>, string]>([
  [
    'CloudFormation refuses',
    { status: 'FAILED', reason: 'Parameters: [Zone] must have values' },
    'Parameters: [Zone] must have values',
  ],
  [
    'would replace the site',
    { changes: [{ ...change, action: 'Modify', replacement: 'True' }] },
    'Redirects would be replaced, and its hosts would be without an answer; nothing was changed',
  ],
  ['would remove the site', { changes: [{ ...change, action: 'Remove' }] }, 'Redirects would be removed'],
])('a change set that %s is taken away again', async (_, changeSet, words) => {
  const told = { ...live, changeSet };
  const place = account(told);
  await expect(deployed(told, former, {}, place)).rejects.toThrow(words);
  expect(place.done).toEqual(['prepare the stack', 'discard']);
});

test('a site goes where that is said', async () => {
  const changeSet = { changes: [{ ...change, action: 'Remove' }] };
  const { done } = await deployed({ ...live, changeSet }, former, { mayRemove: true });
  expect(done).toEqual(['prepare the stack', 'execute']);
});

test.each([
  ['an error of check', "Sites: [{Hosts: [a.example], Rules: [{Match: /, To: 'https://a.example/'}]}]"],
  [
    'a test that does not match',
    former.replace("Expect: 'https://www.example.com/a'", "Expect: 'https://b.example/'"),
  ],
])('%s keeps rules from being deployed', async (_, rules) => {
  expect(mayPass(await gated(fileWith(rules), now, false))).toBe(false);
});

test.each([
  [
    'has no parameters for the rules',
    'Resources: {}',
    /has no parameter RulesBucket, RulesKey, RulesVersionId, RulesSha256/,
  ],
  ['is no YAML', 'Parameters: {', /is neither YAML nor JSON/],
  [
    'is larger than CloudFormation reads',
    ' '.repeat(1_000_001),
    /has 1000001 bytes, and CloudFormation reads 1000000/,
  ],
])('a template that %s is one line and exit code 2', async (_, text, words) => {
  const command = ['deploy', '--stage', 'prod', fileWith(text, 'template.yml'), fileWith(former)];
  const { code, out, err } = await redirects(command);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(words);
});

test('refused rules are told in the document too', async () => {
  const rules = fileWith("Sites: [{Hosts: [a.example], Rules: [{Match: /, To: 'https://a.example/'}]}]");
  const words = ['deploy', '--stage', 'prod', '--json', fileWith(template, 'template.yml'), rules];
  const { code, out } = await redirects(words);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    status: 'REFUSED',
    passed: false,
    check: { passed: false },
    test: null,
  });
});
