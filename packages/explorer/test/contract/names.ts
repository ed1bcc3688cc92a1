import { ACCOUNTS } from '../../src/cast';

export const ROOT = '/cutover/alias-migration';
/** More than a page of GetParametersByPath and a batch of DeleteParameters. */
export const MANY = Array.from({ length: 12 }, (_, i) => `${ROOT}/many/${String(i).padStart(2, '0')}`);
export const SEVERAL = `arn:aws:acm:us-east-1:${ACCOUNTS.target}:certificate/several`;

const alarm = (region: string, name: string): string =>
  `arn:aws:cloudwatch:${region}:${ACCOUNTS.target}:alarm:${name}`;
export const LOUD = alarm('us-east-1', 'errors: viewers');
export const QUIET = alarm('eu-west-1', 'latency');
