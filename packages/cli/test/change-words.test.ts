import type { ResourceChange } from '@cutover/local-aws';
import { changesInWords } from '../src/rehearsal/change-words';

describe('what an update is about to do', () => {
  const site = { logicalId: 'Site', type: 'AWS::CloudFront::Distribution' };

  it.each<[string, Omit<ResourceChange, 'logicalId' | 'type'>]>([
    ['add Site', { action: 'Add' }],
    ['delete Site', { action: 'Remove', policyAction: 'Delete' }],
    ['let go of Site, which stays', { action: 'Remove', policyAction: 'Retain' }],
    [
      'change Aliases, Tags of Site',
      { action: 'Modify', replacement: 'False', properties: ['Aliases', 'Tags'] },
    ],
    ['replace Site (Name)', { action: 'Modify', replacement: 'True', properties: ['Name'] }],
    [
      'change or replace Site (HostedZoneId)',
      { action: 'Modify', replacement: 'Conditional', properties: ['HostedZoneId'] },
    ],
  ])('%s', (words, change) => {
    expect(changesInWords([{ ...site, ...change }])).toBe(words);
  });

  it('is told one after the other', () => {
    const changes: ResourceChange[] = [
      { ...site, action: 'Modify', replacement: 'False', properties: ['DistributionConfig'] },
      { ...site, logicalId: 'Record', action: 'Add' },
    ];
    expect(changesInWords(changes)).toBe('change DistributionConfig of Site, add Record');
  });
});
