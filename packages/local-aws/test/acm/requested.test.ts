import type { CertificateDetail, RequestCertificateRequest, ResourceRecord } from '@aws-sdk/client-acm';
import { minutesToMs, secondsToMs } from '@cutover/ground';
import { describeCertificate } from '../../src/world/acm/describe-certificate';
import { listCertificates } from '../../src/world/acm/list-certificates';
import { requestCertificate } from '../../src/world/acm/request-certificate';
import { advance } from '../../src/world/advance';
import { changeResourceRecordSets } from '../../src/world/route53/change-resource-record-sets';
import type { HostedZone, World } from '../../src/world/world';
import { addDistribution, addZone, administrator, bareWorld, startedAt } from '../support/bare-world';

const hours = (count: number): number => minutesToMs(60 * count);

const request = (world: World, input: Partial<RequestCertificateRequest> = {}, accountId = '111111111111') =>
  requestCertificate.perform(
    world,
    { DomainName: 'example.com', ValidationMethod: 'DNS', ...input },
    administrator(accountId),
  ).CertificateArn!;

const describeIn = (world: World, arn: string, accountId = '111111111111'): CertificateDetail =>
  describeCertificate.perform(world, { CertificateArn: arn }, administrator(accountId)).Certificate!;

/** Lets a minute pass, for the records to be shown. */
const recordsOf = (world: World, arn: string): ResourceRecord[] => {
  advance(world, world.now + minutesToMs(1));
  return describeIn(world, arn).DomainValidationOptions!.map((option) => option.ResourceRecord!);
};

const publish = (world: World, zone: HostedZone, { Name, Value }: ResourceRecord): void => {
  const set = { Name, Type: 'CNAME' as const, TTL: 300, ResourceRecords: [{ Value }] };
  const changes = [{ Action: 'UPSERT' as const, ResourceRecordSet: set }];
  changeResourceRecordSets.perform(
    world,
    { HostedZoneId: zone.id, ChangeBatch: { Changes: changes } },
    administrator(),
  );
};

const statuses = (certificate: CertificateDetail) => [
  certificate.Status,
  ...(certificate.DomainValidationOptions ?? []).map((option) => option.ValidationStatus),
];

const both = { SubjectAlternativeNames: ['*.example.com', 'example.org'] };

describe('a certificate with DNS validation', () => {
  test('shows its records some seconds after the request', () => {
    const world = bareWorld();
    const arn = request(world);
    expect(describeIn(world, arn).DomainValidationOptions).toEqual([
      {
        DomainName: 'example.com',
        ValidationDomain: 'example.com',
        ValidationMethod: 'DNS',
        ValidationStatus: 'PENDING_VALIDATION',
      },
    ]);
    expect(recordsOf(world, arn)).toEqual([
      {
        Name: expect.stringMatching(/^_[0-9a-f]{32}\.example\.com\.$/),
        Type: 'CNAME',
        Value: expect.stringMatching(/^_[0-9a-f]{32}\.acm-validations\.aws\.$/),
      },
    ]);
  });

  test('wants one record for a name and its wildcard', () => {
    const world = bareWorld();
    const [apex, wildcard, other] = recordsOf(world, request(world, both));
    expect(wildcard).toEqual(apex);
    expect(other).not.toEqual(apex);
  });

  test('is issued when the name servers answer every record, not when Route 53 has taken the last', () => {
    const world = bareWorld();
    const arn = request(world, both);
    const [apex, , other] = recordsOf(world, arn);
    publish(world, addZone(world, 'example.com.', []), apex!);
    advance(world, world.now + hours(1));
    expect(statuses(describeIn(world, arn))).toEqual([
      'PENDING_VALIDATION',
      'SUCCESS',
      'SUCCESS',
      'PENDING_VALIDATION',
    ]);
    publish(world, addZone(world, 'example.org.', []), other!);
    expect(describeIn(world, arn).Status).toBe('PENDING_VALIDATION');
    expect(describeIn(world, arn).NotBefore).toBeUndefined();
    advance(world, world.now + minutesToMs(3));
    expect(statuses(describeIn(world, arn))).toEqual(['ISSUED', 'SUCCESS', 'SUCCESS', 'SUCCESS']);
    expect(describeIn(world, arn).IssuedAt?.getTime()).toBeGreaterThan(startedAt + hours(1));
  });

  test('is issued as soon after its record as the knob certificateSeconds says', () => {
    const world = bareWorld({ certificateSeconds: [7, 7], publishLagSeconds: [10, 10] });
    const arn = request(world);
    publish(world, addZone(world, 'example.com.', []), recordsOf(world, arn)[0]!);
    advance(world, world.now + secondsToMs(10));
    const statusAfter = (seconds: number) => {
      advance(world, world.now + secondsToMs(seconds));
      return describeIn(world, arn).Status;
    };
    expect([statusAfter(6), statusAfter(1)]).toEqual(['PENDING_VALIDATION', 'ISSUED']);
  });

  test('sees a record however far time is moved at once', () => {
    const world = bareWorld();
    const arn = request(world);
    publish(world, addZone(world, 'example.com.', []), recordsOf(world, arn)[0]!);
    advance(world, world.now + hours(1000));
    expect(describeIn(world, arn).Status).toBe('ISSUED');
  });

  test('is not moved by the record of another account', () => {
    const world = bareWorld();
    const [mine] = recordsOf(world, request(world));
    const theirs = request(world, {}, '222222222222');
    publish(world, addZone(world, 'example.com.', []), mine!);
    advance(world, world.now + hours(1));
    expect(describeIn(world, theirs, '222222222222').Status).toBe('PENDING_VALIDATION');
  });

  test('is issued at once where a record was left from the last one', () => {
    const world = bareWorld();
    publish(world, addZone(world, 'example.com.', []), recordsOf(world, request(world))[0]!);
    advance(world, world.now + hours(1));
    const second = request(world, { DomainName: '*.example.com' });
    advance(world, world.now + minutesToMs(2));
    expect(describeIn(world, second).Status).toBe('ISSUED');
  });

  test('has timed out after 72 hours, and a later record does not help', () => {
    const world = bareWorld();
    const arn = request(world);
    const [record] = recordsOf(world, arn);
    advance(world, startedAt + hours(72) - 1);
    expect(describeIn(world, arn).Status).toBe('PENDING_VALIDATION');
    publish(world, addZone(world, 'example.com.', []), record!);
    advance(world, startedAt + hours(80));
    expect(statuses(describeIn(world, arn))).toEqual(['VALIDATION_TIMED_OUT', 'FAILED']);
  });

  test('is eligible for renewal when it is in use, and under way 60 days before its end', () => {
    const world = bareWorld();
    const arn = request(world);
    publish(world, addZone(world, 'example.com.', []), recordsOf(world, arn)[0]!);
    advance(world, world.now + hours(1));
    expect(describeIn(world, arn).RenewalEligibility).toBe('INELIGIBLE');
    const viewer = { ViewerCertificate: { ACMCertificateArn: arn } };
    addDistribution(world, 'd111111abcdef8.cloudfront.net', viewer);
    const { RenewalEligibility, RenewalSummary, NotAfter } = describeIn(world, arn);
    expect([RenewalEligibility, RenewalSummary]).toEqual(['ELIGIBLE', undefined]);
    advance(world, NotAfter!.getTime() - hours(59 * 24));
    expect(describeIn(world, arn).RenewalSummary?.RenewalStatus).toBe('PENDING_AUTO_RENEWAL');
    advance(world, NotAfter!.getTime());
    expect(describeIn(world, arn).Status).toBe('EXPIRED');
  });
});

describe('a certificate with e-mail validation, which is what a request without a method gets', () => {
  test('writes to five mailboxes, waits, and times out', () => {
    const world = bareWorld();
    const arn = request(world, { DomainName: '*.example.com', ValidationMethod: undefined });
    const [option] = describeIn(world, arn).DomainValidationOptions!;
    expect(option).toMatchObject({ ValidationMethod: 'EMAIL', ValidationStatus: 'PENDING_VALIDATION' });
    expect(option?.ResourceRecord).toBeUndefined();
    expect(option?.ValidationEmails).toContain('hostmaster@example.com');
    advance(world, startedAt + hours(72));
    expect(describeIn(world, arn).Status).toBe('VALIDATION_TIMED_OUT');
  });
});

describe('a request', () => {
  test('that is repeated within the hour is one, by its token', () => {
    const world = bareWorld();
    const first = request(world, { IdempotencyToken: 'once' });
    expect(request(world, { IdempotencyToken: 'once' })).toBe(first);
    expect(request(world, { IdempotencyToken: 'twice' })).not.toBe(first);
    expect(request(world, { IdempotencyToken: 'once' }, '222222222222')).not.toBe(first);
    advance(world, startedAt + hours(1));
    expect(request(world, { IdempotencyToken: 'once' })).not.toBe(first);
  });

  test('is listed by status, an EC key only when asked for', () => {
    const world = bareWorld();
    const rsa = request(world);
    const ec = request(world, { KeyAlgorithm: 'EC_prime256v1' });
    const list = (input: object) =>
      listCertificates
        .perform(world, input, administrator())
        .CertificateSummaryList?.map((one) => one.CertificateArn);
    expect(list({})).toEqual([rsa]);
    expect(list({ Includes: { keyTypes: ['EC_prime256v1'] } })).toEqual([ec]);
    expect(list({ CertificateStatuses: ['ISSUED'] })).toEqual([]);
    expect(list({ CertificateStatuses: ['PENDING_VALIDATION'] })).toEqual([rsa]);
  });
});
