import type { Before } from '../journal';
import type { Migration } from '../migration';
import { enumerate } from '../names';
import type { Observed } from '../observed';
import { type RequiredRecord, recordsTo, recordText, validations } from './required';
import type { Trail, TrailEnd } from './trail';

/** A record that the customer has not set yet, and what is there instead. */
export interface Lack {
  readonly record: RequiredRecord;
  readonly found: string;
}

/** What the customer has still to do, as every authoritative server tells it. Empty: the gate may open. */
export function lacksOf(
  { externalDns }: Migration,
  { customer = [], semaphoreZone, target }: Pick<Before, 'customer' | 'semaphoreZone' | 'target'>,
  { trails = [], validations: seen = [] }: Pick<Observed, 'trails' | 'validations'>,
): Lack[] {
  const value = externalDns?.semaphore?.value;
  const proofs = semaphoreZone === undefined ? [] : validations(customer, semaphoreZone);
  return [
    ...missing(recordsTo(customer, target.domainName), trails, leadsElsewhere(target.domainName)),
    ...missing(proofs, seen, (end) => end.kind !== 'values' || !end.values.includes(value ?? '')),
  ];
}

/**
 * An ALIAS shows addresses, the same for every distribution: neither we nor CloudFront see which, so it must do; a
 * semaphore tells more.
 */
const leadsElsewhere =
  (domainName: string) =>
  ({ kind, values }: TrailEnd): boolean =>
    kind === 'nothing' || (kind === 'distribution' && values[0] !== domainName);

const missing = (
  records: readonly RequiredRecord[],
  trails: readonly Trail[],
  isWrong: (end: TrailEnd) => boolean,
): Lack[] =>
  records.flatMap((record) => {
    const trail = trails.find(({ name }) => name === record.name);
    const found = wrongEndOf(trail, isWrong);
    return found === undefined ? [] : [{ record, found }];
  });

/** A server that is silent gives nobody an old answer either: it counts only where none answers. */
function wrongEndOf(trail: Trail | undefined, isWrong: (end: TrailEnd) => boolean): string | undefined {
  if (!trail || trail.ends.length === 0) return 'no name server of its zone is found';
  const heard = trail.ends.filter(({ kind }) => kind !== 'silent');
  if (heard.length === 0) return 'none of its name servers answers';
  const wrong = heard.find(isWrong);
  return (
    wrong && `${wrong.nameServer} answers ${wrong.kind === 'nothing' ? 'nothing' : wrong.values.join(', ')}`
  );
}

/** The CNAME's distribution, where every server that answers gives one and the same. */
export function ledTo({ ends }: Trail): string | undefined {
  const heard = ends.filter(({ kind }) => kind !== 'silent');
  const values = new Set(heard.map(({ kind, values }) => (kind === 'distribution' ? values[0] : undefined)));
  return values.size === 1 ? [...values][0] : undefined;
}

/** `a.example.com CNAME d222.cloudfront.net (now ns-1.example.net answers d111.cloudfront.net)` */
export const lacksText = (lacks: readonly Lack[]): string =>
  enumerate(lacks.map(({ record, found }) => `${recordText(record)} (now ${found})`));
