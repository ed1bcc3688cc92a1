import { findInDeclaration, migrationOf } from '../src';
import { type DeclaredDns, dnsWishOf } from '../src/dns/wish';

const zone = { HostedZoneId: 'Z1' };
const role = { roleArn: undefined, externalId: undefined };

test.each<[string, DeclaredDns | undefined, object]>([
  ['nothing is looked at where nothing is declared', undefined, {}],
  ['a zone is enough to have its records moved', zone, { dns: { hostedZoneId: 'Z1', ...role } }],
  [
    "EXTERNAL waits in the stack for a customer's records",
    { Mode: 'EXTERNAL' },
    { externalDns: { wait: 'IN_STACK', semaphore: undefined, ...role } },
  ],
  [
    'EXTERNAL may end the create before anything moves, with a semaphore in a zone of ours',
    { Mode: 'EXTERNAL', Wait: 'RESUME', Semaphore: { HostedZoneId: 'Z2', Value: 'x' }, Resume: '1' },
    { externalDns: { wait: 'RESUME', semaphore: { hostedZoneId: 'Z2', value: 'x' }, ...role } },
  ],
  [
    'CloudFormation sends numbers as text',
    { ...zone, Gate: { StableSeconds: '60', TimeoutMinutes: '90' } },
    { dns: { hostedZoneId: 'Z1', ...role }, dnsGate: { stableSeconds: 60, timeoutMinutes: 90 } },
  ],
  ['NONE needs nothing', { Mode: 'NONE' }, {}],
])('%s', (_, declared, wish) => {
  expect(dnsWishOf(declared)).toEqual(wish);
});

test.each<[string, DeclaredDns, string, string]>([
  ['ROUTE53 without a zone', { Mode: 'ROUTE53' }, 'Dns.HostedZoneId', 'Name it'],
  ['EXTERNAL with a zone', { Mode: 'EXTERNAL', ...zone }, 'Dns.HostedZoneId', 'Mode to ROUTE53'],
  ['NONE with a zone', { Mode: 'NONE', ...zone }, 'Dns.HostedZoneId', 'Mode to EXTERNAL'],
  [
    'a semaphore without EXTERNAL',
    { Semaphore: { HostedZoneId: 'Z2', Value: 'x' } },
    'Dns.Semaphore',
    'Mode to EXTERNAL',
  ],
  ['RESUME with ROUTE53', { ...zone, Wait: 'RESUME' }, 'Dns.Wait', 'Mode to EXTERNAL'],
])('%s is refused before any call', (_, Dns, property, remedy) => {
  const declared = {
    Aliases: ['a.example.com'],
    Target: { DistributionId: 'E2' },
    Source: { DistributionId: 'E1' },
    Dns,
  };
  const finding = findInDeclaration(migrationOf(declared, '1'));
  expect(finding?.property).toBe(property);
  expect(finding?.remedy).toContain(remedy);
});
