import { parse } from 'yaml';
import { inOrderOfLeaving, roomFor, versionSlots } from '../src/install/plan';
import { withBucket } from '../src/install/template';
import { settled } from '../src/install/wait';

const versions = (count: number, defaultAt: number) =>
  Array.from({ length: count }, (_, n) => ({
    versionId: String(n + 1).padStart(8, '0'),
    arn: `arn:${n + 1}`,
    isDefault: n + 1 === defaultAt,
  }));

describe('room for one more version', () => {
  test.each([
    ['none is registered', versions(0, 0), []],
    ['a slot is free', versions(versionSlots - 1, 3), []],
    ['all slots are taken: the oldest goes', versions(versionSlots, 3), ['arn:1']],
    ['all are taken and the oldest is the default: the next one goes', versions(versionSlots, 1), ['arn:2']],
  ])('%s', (_sentence, live, leaving) => {
    expect(roomFor(live).map(({ arn }) => arn)).toEqual(leaving);
  });
});

test('of all versions that leave, the default one is the last', () => {
  expect(inOrderOfLeaving(versions(3, 2)).map(({ arn }) => arn)).toEqual(['arn:1', 'arn:3', 'arn:2']);
});

describe('the stack of a type', () => {
  const role =
    'Resources:\n  ExecutionRole: {Type: "AWS::IAM::Role"}\nOutputs:\n  ExecutionRoleArn: {Value: x}\n';

  test('has the role as it was generated, and an encrypted bucket that nobody else reads', () => {
    const template = parse(withBucket(role, 'Acme::Demo::Greeting'));
    expect(template.Resources.ExecutionRole).toEqual({ Type: 'AWS::IAM::Role' });
    expect(template.Resources.PackageBucket.Properties).toEqual({
      BucketEncryption: expect.anything(),
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    expect(Object.keys(template.Outputs)).toEqual(['ExecutionRoleArn', 'PackageBucket']);
  });

  const state = (status: string) => ({ status, reason: 'because', outputs: {} });
  test.each([
    ['is waited for while it is made', state('CREATE_IN_PROGRESS'), undefined],
    ['is waited for while it cleans up', state('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'), undefined],
    ['is there when it is complete', state('CREATE_COMPLETE'), state('CREATE_COMPLETE')],
  ])('%s', (_sentence, given, expected) => {
    expect(settled('s', given)).toEqual(expected);
  });

  test.each([
    ['rolled back', state('UPDATE_ROLLBACK_COMPLETE'), 'is in UPDATE_ROLLBACK_COMPLETE: because'],
    ['gone', undefined, 'has failed and is gone again'],
  ])('%s is a failure that says why', (_sentence, given, words) => {
    expect(() => settled('s', given)).toThrow(words);
  });
});
