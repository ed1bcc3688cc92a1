import { type Instant, minutesToMs, secondsToMs } from '@cutover/ground';
import { authorityAnswer } from '../../dns/authority';
import { plainName } from '../../dns/names';
import type { Certificate, Validation, World } from '../world';
import { isForbidden } from './caa';

/** Documented: "If ACM is unable to validate the domain name within 72 hours", the request has timed out. */
export const validationLimitMs = minutesToMs(72 * 60);

/** ACM's own certificates live 13 months. */
const lifetimeMs = minutesToMs(395 * 24 * 60);

/** A description shows no record in the first seconds; tools that read it at once have to ask again. */
const recordSeconds = [1, 5] as const;

/** A wildcard and its parent are one domain, proved by one record. */
export const domainOf = (name: string): string => name.replace(/^\*\./, '');

/** What a request made now waits for. */
export function newValidation(
  world: World,
  method: Validation['method'],
  idempotencyToken?: string,
): Validation {
  const draw = (what: string, [low, high]: readonly [number, number]) =>
    Math.round(secondsToMs(world.chance.between(low, high, 'acm', what, world.sequence++)));
  return {
    method,
    requestedAt: world.now,
    shownAt: world.now + draw('validation record', recordSeconds),
    lookMs: draw('issue', world.knobs.certificateSeconds),
    foundAt: {},
    ...(idempotencyToken !== undefined && { idempotencyToken }),
  };
}

/** The CNAME that proves a domain: the same for every certificate of an account, so it may stay for renewals. */
export function validationRecord(world: World, accountId: string, domain: string) {
  const hex = (what: string) => world.chance.text('0123456789abcdef', 32, accountId, `${what} ${domain}`, 0);
  return {
    Name: `_${hex('validation name')}.${domain}.`,
    Type: 'CNAME' as const,
    Value: `_${hex('validation value')}.acm-validations.aws.`,
  };
}

/**
 * Lets ACM look at what the name servers answer at `at`. Called whenever they answer something new, so a record is
 * seen however far time is moved at once.
 */
export function lookForRecords(world: World, at: Instant): void {
  for (const certificate of world.certificates.values()) lookFor(world, certificate, at);
}

export function lookFor(world: World, certificate: Certificate, at: Instant): void {
  const { validation } = certificate;
  if (validation?.method !== 'DNS' || certificate.status !== 'PENDING_VALIDATION') return;
  const found: Record<string, Instant> = { ...validation.foundAt };
  for (const domain of new Set(certificate.names.map(domainOf)))
    if (found[domain] === undefined && isAnswered(world, certificate.accountId, domain))
      found[domain] = at + validation.lookMs;
  certificate.validation = { ...validation, foundAt: found };
}

function isAnswered(world: World, accountId: string, domain: string): boolean {
  const { Name, Value } = validationRecord(world, accountId, domain);
  return authorityAnswer(world, Name, 'CNAME').answers.some(({ data }) => data === plainName(Value));
}

/** Whether ACM has found the record of a name by now, within its limit. */
export function isProved(world: World, validation: Validation, name: string): boolean {
  const at = validation.foundAt[domainOf(name)] ?? Number.POSITIVE_INFINITY;
  return at <= world.now && at <= validation.requestedAt + validationLimitMs;
}

/** Issues what is proved and gives up what is too late: a certificate's state follows the clock. */
export function settleCertificates(world: World): void {
  for (const certificate of world.certificates.values()) settle(world, certificate);
}

function settle(world: World, certificate: Certificate): void {
  const { validation } = certificate;
  if (!validation || certificate.status !== 'PENDING_VALIDATION') return;
  if (certificate.names.every((name) => isProved(world, validation, name))) {
    if (certificate.names.some((name) => isForbidden(world, name))) {
      // One such name fails the whole certificate, for good: a new one has to be requested.
      certificate.status = 'FAILED';
      certificate.failureReason = 'CAA_ERROR';
      return;
    }
    certificate.status = 'ISSUED';
    certificate.notBefore = Math.max(...Object.values(validation.foundAt));
    certificate.notAfter = certificate.notBefore + lifetimeMs;
  } else if (world.now >= validation.requestedAt + validationLimitMs) {
    certificate.status = 'VALIDATION_TIMED_OUT';
  }
}
