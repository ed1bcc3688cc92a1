import type { ViewerCertificate } from './port';

/**
 * What the article attaches: SNI, and no protocol older than TLS 1.2. A target that has a certificate keeps its own
 * settings: other names of it may have viewers that need them.
 */
export const attachedCertificate = (arn: string, before: ViewerCertificate): ViewerCertificate =>
  before.kind === 'acm'
    ? { ...before, arn }
    : { kind: 'acm', arn, sslSupportMethod: 'sni-only', minimumProtocolVersion: 'TLSv1.2_2021' };
