import type { CallRecord } from '@cutover/local-aws';
import { callInWords } from '../src/rehearsal/steps';

const call = (operation: string, input: unknown, more: Partial<CallRecord> = {}): CallRecord => ({
  at: 0,
  into: 0,
  actor: 'handler',
  service: 'cloudfront',
  operation,
  input,
  outcome: 'ok',
  ...more,
});

const update = { Id: 'E2', DistributionConfig: { Aliases: { Quantity: 1, Items: ['*.example.com'] } } };

test.each<[string, CallRecord, string | undefined]>([
  [
    'an update with aliases',
    call('UpdateDistribution', update),
    'UpdateDistribution E2: aliases *.example.com',
  ],
  [
    'an update without aliases',
    call('UpdateDistribution', { Id: 'E1', DistributionConfig: {} }),
    'UpdateDistribution E1: aliases none',
  ],
  [
    'a move',
    call('UpdateDomainAssociation', { Domain: 'a.example.com', TargetResource: { DistributionId: 'E2' } }),
    'UpdateDomainAssociation a.example.com: now on E2',
  ],
  [
    'a refused update',
    call('UpdateDistribution', update, { outcome: 'PreconditionFailed' }),
    'UpdateDistribution E2: aliases *.example.com: PreconditionFailed',
  ],
  [
    'an update whose answer was lost',
    call('UpdateDistribution', update, { fault: 'cloudfront.UpdateDistribution.lost' }),
    'UpdateDistribution E2: aliases *.example.com [fault cloudfront.UpdateDistribution.lost]',
  ],
  ['a publish', call('PublishFunction', { Name: 'redirect-1' }), 'PublishFunction redirect-1'],
  [
    'a write of items',
    call('UpdateKeys', { Puts: [{ Key: 'a' }, { Key: 'b' }], Deletes: [{ Key: 'c' }] }),
    'UpdateKeys: 2 items put, 1 deleted',
  ],
  [
    'a new distribution',
    call('CreateDistributionWithTags', {
      DistributionConfigWithTags: { DistributionConfig: { Aliases: { Items: ['go.example.com'] } } },
    }),
    'CreateDistribution: aliases go.example.com',
  ],
  ['a read', call('GetDistribution', { Id: 'E1' }), undefined],
  ['the journal', call('PutParameter', { Name: '/cutover/x' }, { service: 'ssm' }), undefined],
])('%s', (_, record, words) => {
  expect(callInWords(record)).toBe(words);
});

test('record changes are told with where they point', () => {
  const Changes = [
    {
      Action: 'UPSERT',
      ResourceRecordSet: {
        Name: 'b.example.com',
        Type: 'CNAME',
        ResourceRecords: [{ Value: 'd2.cloudfront.net' }],
      },
    },
    {
      Action: 'UPSERT',
      ResourceRecordSet: { Name: 'a.example.com', Type: 'A', AliasTarget: { DNSName: 'd2.cloudfront.net' } },
    },
  ];
  expect(
    callInWords(call('ChangeResourceRecordSets', { ChangeBatch: { Changes } }, { service: 'route53' })),
  ).toBe(
    'ChangeResourceRecordSets UPSERT b.example.com CNAME -> d2.cloudfront.net; UPSERT a.example.com A -> ALIAS d2.cloudfront.net',
  );
});
