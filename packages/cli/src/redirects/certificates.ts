import { isWildcard } from './domains';

/** What ACM gives on request, and what one distribution takes of alternate domain names; 10 without a request. */
export const maxNames = 100;
/** RFC 5280's bound of a common name, which ACM makes of the first one ("RequestCertificate", DomainName). */
const maxFirstName = 64;

/** Input of `aws acm request-certificate`. */
export interface CertificateRequest {
  readonly DomainName: string;
  readonly SubjectAlternativeNames: readonly string[];
  readonly ValidationMethod: 'DNS';
}

/** A record that ACM looks for; what stands in angle brackets ACM tells when the certificate is requested. */
export interface ValidationRecord {
  readonly name: string;
  readonly type: 'CNAME';
  readonly value: string;
}

export interface Certificate {
  readonly request: CertificateRequest;
  readonly validation: readonly ValidationRecord[];
}

/** One certificate for each hundred hosts. A wildcard and the name above it are proved by one record. */
export function certificatesFor(domains: readonly string[]): Certificate[] {
  const count = Math.ceil(domains.length / maxNames);
  return Array.from({ length: count }, (_, i) => {
    const names = domains.slice(i * maxNames, (i + 1) * maxNames);
    return { request: requestFor(names), validation: validationOf(names) };
  });
}

function requestFor(names: readonly string[]): CertificateRequest {
  const first = names.find((name) => name.length <= maxFirstName) ?? names[0]!;
  return {
    DomainName: first,
    SubjectAlternativeNames: names.filter((name) => name !== first),
    ValidationMethod: 'DNS',
  };
}

const validationOf = (names: readonly string[]): ValidationRecord[] =>
  [...new Set(names.map((name) => (isWildcard(name) ? name.slice(2) : name)))].map((name) => ({
    name: `_<token of ${name}>.${name}.`,
    type: 'CNAME',
    value: '_<token>.<zone>.acm-validations.aws.',
  }));

/** Names without any of at most 64 characters cannot be requested together. */
export const lacksFirstName = ({ request }: Certificate): boolean => request.DomainName.length > maxFirstName;
