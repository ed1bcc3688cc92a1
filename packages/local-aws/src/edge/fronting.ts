import { certificateCovers } from '../world/cloudfront/names';
import type { ServedConfig } from '../world/world';

/** What a viewer was shown when its connection began; a kept-alive connection keeps it across every change. */
export interface Handshake {
  /** Undefined when the viewer sent none. */
  readonly serverName: string | undefined;
  readonly certificateNames: readonly string[];
  /** Undefined for CloudFront's own certificate. */
  readonly certificateAccountId: string | undefined;
}

/**
 * Whether CloudFront answers 421: only if the SNI is not the Host, the certificate belongs to another account
 * than the distribution, and the certificate does not cover the Host (Developer Guide, current text; the text of
 * 2023 was stricter). A viewer without SNI is let in.
 */
export function isDomainFronting(handshake: Handshake, host: string, served: ServedConfig): boolean {
  return (
    handshake.serverName !== undefined &&
    handshake.serverName !== host &&
    handshake.certificateAccountId !== served.accountId &&
    !handshake.certificateNames.some((name) => certificateCovers(name, host))
  );
}
