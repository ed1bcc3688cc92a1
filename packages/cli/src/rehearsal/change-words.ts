import type { ResourceChange } from '@cutover/local-aws';

/** What an update is about to do, before it does it: `change ResourceRecords of Record, add Move`. */
export const changesInWords = (changes: readonly ResourceChange[]): string =>
  changes.map(inWords).join(', ') || 'change nothing but outputs';

function inWords({ action, logicalId, replacement, properties = [], policyAction }: ResourceChange): string {
  if (action === 'Add') return `add ${logicalId}`;
  if (action === 'Remove')
    return policyAction === 'Retain' ? `let go of ${logicalId}, which stays` : `delete ${logicalId}`;
  const which = properties.join(', ');
  if (replacement === 'True') return `replace ${logicalId} (${which})`;
  return replacement === 'Conditional'
    ? `change or replace ${logicalId} (${which})`
    : `change ${which} of ${logicalId}`;
}
