import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { administratorOf, answer, createWorld, type World } from '@cutover/local-aws';
import { seedBefore } from '../src/rehearsal/before';
import { nothingBefore } from '../src/rehearsal/folder';
import { notesOn } from '../src/rehearsal/notes';
import type { Before } from '../src/rehearsal/rehearsal';

const id = '636696000000';
const account = 'source';
const functionArn = `arn:aws:cloudfront::${id}:function/redirect`;
const policyId = '0123abcd-0123-0123-0123-0123456789ab';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cutover-entities-'));
  write('distribution.json', {
    ETag: 'E2QWRUHEXAMPLE',
    DistributionConfig: {
      CallerReference: 'one',
      Comment: '',
      Enabled: true,
      Origins: {
        Quantity: 1,
        Items: [{ Id: 'o', DomainName: 'b.s3.amazonaws.com', OriginAccessControlId: 'E3QWRUHAPOMQZL' }],
      },
      DefaultCacheBehavior: {
        TargetOriginId: 'o',
        ViewerProtocolPolicy: 'allow-all',
        CachePolicyId: policyId,
        FunctionAssociations: {
          Quantity: 1,
          Items: [{ FunctionARN: functionArn, EventType: 'viewer-request' }],
        },
      },
    },
  });
  write('cache-policy.json', {
    ETag: 'E23ZP02F085DFQ',
    CachePolicy: { Id: policyId, CachePolicyConfig: { Name: 'hour', MinTTL: 3600 } },
  });
  write('function.json', {
    ETag: 'ETVABCDEXAMPLE',
    FunctionSummary: {
      Name: 'redirect',
      Status: 'DEPLOYED',
      FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
      FunctionMetadata: { FunctionARN: functionArn, Stage: 'LIVE' },
    },
  });
  writeFileSync(join(folder, 'redirect.js'), 'function handler(event) { return event.request; }');
  write('control.json', {
    ETag: 'ETVABCDEXAMPLE',
    OriginAccessControl: { Id: 'E3QWRUHAPOMQZL', OriginAccessControlConfig: { Name: 'bucket' } },
  });
  const identity = { CallerReference: 'x', Comment: 'reads' };
  write('identity.json', {
    CloudFrontOriginAccessIdentity: {
      Id: 'E74FTE3EXAMPLE',
      S3CanonicalUserId: 'a',
      CloudFrontOriginAccessIdentityConfig: identity,
    },
  });
  write('store.json', {
    KeyValueStore: { Name: 'rules', Id: 'store-1', Comment: '', ARN: 'arn', Status: 'READY' },
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = (file: string, content: object) => writeFileSync(join(folder, file), JSON.stringify(content));

function worldWith(before: Partial<Before>): World {
  const world = createWorld({ seed: 's', startedAt: 0, accounts: [{ id, name: account }] });
  const setting = {
    folder,
    accounts: { source: id },
    origins: {},
    before: { ...nothingBefore(), ...before },
  };
  seedBefore(world, setting);
  return world;
}

const distributions = [{ account, id: 'E1111111SOURCE', file: 'distribution.json', tags: {} }];

test('what a pasted distribution names and nobody brought along is told, with the command that prints it', () => {
  expect(notesOn(worldWith({ distributions })).filter((note) => note.includes('not in the folder'))).toEqual([
    expect.stringContaining(
      `aws cloudfront get-cache-policy --id ${policyId} --output json under before.cachePolicies`,
    ),
    expect.stringContaining(
      'aws cloudfront describe-function --stage LIVE --name redirect --output json (file) and ' +
        'aws cloudfront get-function --stage LIVE --name redirect redirect.js (code) under before.functions',
    ),
    expect.stringContaining('aws cloudfront get-origin-access-control --id E3QWRUHAPOMQZL --output json'),
  ]);
});

const brought: Partial<Before> = {
  distributions,
  cachePolicies: [{ account, file: 'cache-policy.json' }],
  functions: [{ account, file: 'function.json', code: 'redirect.js' }],
  originAccessControls: [{ account, file: 'control.json' }],
};

test('nothing is missing when all of it was pasted', () => {
  expect(notesOn(worldWith(brought)).filter((note) => note.includes('not in the folder'))).toEqual([]);
});

test.each<[what: string, operation: string, input: object, expected: object]>([
  ['a cache policy', 'GetCachePolicy', { Id: policyId }, { ETag: 'E23ZP02F085DFQ' }],
  [
    'a function on both stages',
    'DescribeFunction',
    { Name: 'redirect', Stage: 'LIVE' },
    { ETag: 'ETVABCDEXAMPLE', FunctionSummary: { Status: 'DEPLOYED' } },
  ],
  [
    'an origin access identity',
    'GetCloudFrontOriginAccessIdentity',
    { Id: 'E74FTE3EXAMPLE' },
    { CloudFrontOriginAccessIdentity: { CloudFrontOriginAccessIdentityConfig: { Comment: 'reads' } } },
  ],
  [
    'a key value store',
    'DescribeKeyValueStore',
    { Name: 'rules' },
    { KeyValueStore: { Status: 'READY', Id: 'store-1' } },
  ],
])('%s is answered as it was pasted', (_, operation, input, expected) => {
  const world = worldWith({
    ...brought,
    originAccessIdentities: [{ account, file: 'identity.json' }],
    keyValueStores: [{ account, file: 'store.json' }],
  });
  const caller = administratorOf({ id, name: account });
  const asked = answer(world, { service: 'cloudfront', operation, input, caller, actor: 'test', into: 0 });
  expect(asked).toMatchObject({ kind: 'output', output: expected });
});

test('a file that is the output of another command is refused with the right one', () => {
  expect(() => worldWith({ cachePolicies: [{ account, file: 'control.json' }] })).toThrow(
    /control\.json: has no CachePolicy; paste the whole output of `aws cloudfront get-cache-policy/,
  );
});
