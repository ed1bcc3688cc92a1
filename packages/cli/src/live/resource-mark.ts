/** How a line of the screen stands. */
export type Mark = 'running' | 'done' | 'failed';

/** CloudFormation's statuses end in IN_PROGRESS, COMPLETE or FAILED; ROLLBACK_COMPLETE is no success. */
export function resourceMark(status: string): Mark {
  if (status.endsWith('IN_PROGRESS')) return 'running';
  return status.endsWith('FAILED') || status.includes('ROLLBACK') ? 'failed' : 'done';
}
