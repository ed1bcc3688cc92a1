import type { Migration } from '../migration';
import { enumerate } from '../names';
import type { Finding } from './check';

/** What `Dns` says by itself. A member that the mode has no use for is a slip of the pen. */
export function findInDns({ dns, externalDns, dnsUnused = [] }: Migration): Finding | undefined {
  const mode = externalDns ? 'EXTERNAL' : dns ? 'ROUTE53' : 'NONE';
  if (dns?.hostedZoneId === '')
    return {
      property: 'Dns.HostedZoneId',
      found: 'ROUTE53 moves the records in a zone, but none is given.',
      remedy: 'Name it, or set Dns.Mode to EXTERNAL or NONE.',
    };
  if (dnsUnused.length === 0) return undefined;
  return {
    property: `Dns.${dnsUnused[0]}`,
    found: `Dns.Mode is ${mode}, which has no use for ${enumerate(dnsUnused)}.`,
    remedy:
      mode === 'EXTERNAL'
        ? 'Leave it out; to have the records of a zone moved, set Dns.Mode to ROUTE53.'
        : 'Leave it out, or set Dns.Mode to EXTERNAL, where the customer sets the records.',
  };
}
