import { AwsFailure } from '../failure';
import type { HostedZone } from '../world';
import type { NormalChange } from './record-set';

/** Of one request; an UPSERT counts twice, since it takes away and makes (DNSLimitations in the developer guide). */
const mostRecords = 1000;
const mostValueCharacters = 32_000;

/** Quotas of a record set and of a zone; the zone's can be raised. */
const mostValuesPerSet = 400;
const mostSetsPerZone = 10_000;

const weight = ({ action }: NormalChange): number => (action === 'UPSERT' ? 2 : 1);

/** Values of a change; an alias counts as one record. */
const valuesOf = ({ set }: NormalChange): string[] =>
  set.AliasTarget ? [''] : (set.ResourceRecords ?? []).map(({ Value }) => Value ?? '');

/** Refuses a request that is too large, before any of its changes is looked at. @throws AwsFailure */
export function checkSize(changes: readonly NormalChange[]): void {
  const records = sum(changes.map((change) => weight(change) * valuesOf(change).length));
  if (records > mostRecords) throw tooMuch(`Number of records limit of ${mostRecords} exceeded.`);
  const characters = sum(changes.map((change) => weight(change) * valuesOf(change).join('').length));
  if (characters > mostValueCharacters)
    throw tooMuch(`RDATA character limit of ${mostValueCharacters} exceeded.`);
}

/** What Route 53 says against the number of values in a set; undefined if nothing. */
export const countProblem = ({ set }: NormalChange): string | undefined =>
  (set.ResourceRecords?.length ?? 0) > mostValuesPerSet
    ? `Cannot have more than ${mostValuesPerSet} records in a RRSet.`
    : undefined;

/** What Route 53 says against a zone that would hold so many sets; undefined if nothing. */
export const zoneProblem = (zone: HostedZone, sets: number): string | undefined =>
  sets > mostSetsPerZone ? `Exceeded limit MAX_RRSETS_BY_ZONE for zone: ${zone.id}` : undefined;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const tooMuch = (message: string): AwsFailure => new AwsFailure('InvalidChangeBatch', 400, `[${message}]`);
