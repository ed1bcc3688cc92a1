import { groupBy } from '@cutover/ground';
import type { RequestRecord } from '../request-record';

/** Failed requests of one name with one reason. */
export interface FailureGroup {
  readonly name: string;
  readonly reason: string;
  readonly count: number;
  readonly addresses: readonly string[];
  /** Virtual milliseconds of the first and the last of them. */
  readonly from: number;
  readonly to: number;
}

export function failuresOf(log: readonly RequestRecord[]): FailureGroup[] {
  const failed = log.filter((record) => record.failed);
  return [...groupBy(failed, ({ name, error }) => `${name} ${error}`).values()].map(groupOf);
}

function groupOf(records: readonly RequestRecord[]): FailureGroup {
  const first = records[0] as RequestRecord;
  return {
    name: first.name,
    reason: first.error ?? 'failed',
    count: records.length,
    addresses: [...new Set(records.map(({ address }) => address))].filter(Boolean).sort(),
    from: first.t,
    to: (records.at(-1) as RequestRecord).t,
  };
}

/** `a.example.com: 12 requests failed at 203.0.113.10 from 61.5 s to 73.2 s: 403: the edge refuses the name` */
export function failureSentence({ name, reason, count, addresses, from, to }: FailureGroup): string {
  const requests = count === 1 ? '1 request' : `${count} requests`;
  const where = addresses.length > 0 ? ` at ${addresses.join(', ')}` : '';
  const when = from === to ? `after ${seconds(from)} s` : `from ${seconds(from)} s to ${seconds(to)} s`;
  return `${name}: ${requests} failed${where} ${when}: ${reason}`;
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1);
