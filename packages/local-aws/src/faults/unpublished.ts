import { withholdRecords } from '../world/route53/publish';
import type { FaultKind } from './kind';

export const unpublished: FaultKind = {
  kind: 'unpublished',
  sentence:
    'A change of records is accepted and stays PENDING for ever: the name servers answer the old ones until the next change of the zone.',
  settings: {},
  lasts: true,
  canStrike: (service, operation) => service === 'route53' && operation === 'ChangeResourceRecordSets',
  afterwards: ({ world }, sequence, answer) => {
    withholdRecords(world, sequence);
    return answer;
  },
};
