import type { ViewerCertificate } from '@cutover/alias-migration';
import { childrenOf, type ElementSpan } from './elements';
import { decodeText, encodeText } from './text';

/** Members that say which certificate it is, `Certificate` and `CertificateSource` being older spellings of the same. */
const KNOWN = [
  'CloudFrontDefaultCertificate',
  'IAMCertificateId',
  'ACMCertificateArn',
  'SSLSupportMethod',
  'MinimumProtocolVersion',
  'Certificate',
  'CertificateSource',
];

/** @returns the content of `<ViewerCertificate>` for a certificate; members that we do not know stay behind it. */
export function viewerCertificateContent(
  xml: string,
  element: ElementSpan | undefined,
  certificate: ViewerCertificate,
): string {
  const members = element === undefined ? [] : childrenOf(xml, element);
  const textOf = (name: string): string | undefined => {
    const member = members.find((each) => each.name === name);
    return member && decodeText(xml.slice(member.contentStart, member.contentEnd));
  };
  const unknown = members
    .filter((member) => !KNOWN.includes(member.name))
    .map((member) => xml.slice(member.start, member.end));
  return [...knownMembers(certificate, textOf), ...unknown].join('');
}

function knownMembers(
  certificate: ViewerCertificate,
  textOf: (member: string) => string | undefined,
): string[] {
  const member = (name: string, value: string): string => `<${name}>${encodeText(value)}</${name}>`;
  switch (certificate.kind) {
    case 'default':
      return [member('CloudFrontDefaultCertificate', 'true')];
    case 'iam':
      return [
        member('IAMCertificateId', certificate.id),
        member('SSLSupportMethod', textOf('SSLSupportMethod') ?? 'sni-only'),
        member('MinimumProtocolVersion', textOf('MinimumProtocolVersion') ?? 'TLSv1.2_2021'),
      ];
    case 'acm':
      return [
        member('ACMCertificateArn', certificate.arn),
        member('SSLSupportMethod', certificate.sslSupportMethod),
        member('MinimumProtocolVersion', certificate.minimumProtocolVersion),
      ];
  }
}
