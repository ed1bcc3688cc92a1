import type { Before } from '../journal';
import { enumerate } from '../names';
import { semaphoreName, validationName } from './semaphore';

/** A record that the customer has to set. */
export interface RequiredRecord {
  readonly name: string;
  /** ALIAS (also ANAME, flattened CNAME): where a CNAME may not stand, at the apex of a zone. */
  readonly type: 'CNAME' | 'ALIAS';
  readonly value: string;
}

/** A name in the customer's DNS as the preflight found it. */
export interface CustomerName {
  readonly name: string;
  /** The apex of the zone that holds the name. */
  readonly zone: string;
  /** The distribution that its CNAME led to; undefined for an ALIAS, which shows addresses only. */
  readonly ledTo?: string;
  readonly ttlSeconds?: number;
}

/** What leads the names to a distribution. */
export const recordsTo = (names: readonly CustomerName[], domainName: string): RequiredRecord[] =>
  names.map(({ name, zone }) => ({ name, type: name === zone ? 'ALIAS' : 'CNAME', value: domainName }));

/** What shows that the customer has acted, whatever their names' own records let us see. */
export const validations = (names: readonly CustomerName[], zoneName: string): RequiredRecord[] =>
  names.map(({ name }) => ({
    name: validationName(name),
    type: 'CNAME',
    value: semaphoreName(name, zoneName),
  }));

/** Everything that the customer has to set for the move. Empty where their DNS is none of our business. */
export function requiredRecords(
  before: Pick<Before, 'customer' | 'semaphoreZone' | 'target'>,
): RequiredRecord[] {
  const { customer = [], semaphoreZone, target } = before;
  const names = recordsTo(customer, target.domainName);
  return semaphoreZone === undefined ? names : [...names, ...validations(customer, semaphoreZone)];
}

export const recordText = ({ name, type, value }: RequiredRecord): string => `${name} ${type} ${value}`;

/** `a.example.com CNAME d111111abcdef8.cloudfront.net, …` */
export const recordsText = (records: readonly RequiredRecord[], shown?: number): string =>
  enumerate(records.map(recordText), shown);
