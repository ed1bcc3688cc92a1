import type { Migration } from './migration';
import type { Distribution, ViewerCertificate } from './port';

/**
 * What the article attaches: SNI, and no protocol older than TLS 1.2. A target that has a certificate keeps its own
 * settings: other names of it may have viewers that need them.
 */
export const attachedCertificate = (arn: string, before: ViewerCertificate): ViewerCertificate =>
  before.kind === 'acm'
    ? { ...before, arn }
    : { kind: 'acm', arn, sslSupportMethod: 'sni-only', minimumProtocolVersion: 'TLSv1.2_2021' };

/** What an update of the target brings with it; undefined where none is declared, or the target carries it. */
export function certificateToAttach(
  { certificateArn: arn }: Migration['target'],
  { certificate }: Pick<Distribution, 'certificate'>,
): ViewerCertificate | undefined {
  const isThere = certificate.kind === 'acm' && certificate.arn === arn;
  return arn === undefined || isThere ? undefined : attachedCertificate(arn, certificate);
}
