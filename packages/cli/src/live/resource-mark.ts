import type { LiveStep } from './state';

/** CloudFormation's statuses end in IN_PROGRESS, COMPLETE or FAILED; ROLLBACK_COMPLETE is no success. */
export function resourceMark(status: string): LiveStep['mark'] {
  if (status.endsWith('IN_PROGRESS')) return 'running';
  return status.endsWith('FAILED') || status.includes('ROLLBACK') ? 'failed' : 'done';
}
