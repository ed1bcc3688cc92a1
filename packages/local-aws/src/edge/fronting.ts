import { certificateCovers } from '../world/cloudfront/names';
import type { Knobs } from '../world/knobs';
import type { ServedConfig } from '../world/world';

/** What a viewer was shown when its connection began; a kept-alive connection keeps it across every change. */
export interface Handshake {
  /** Undefined when the viewer sent none. */
  readonly serverName: string | undefined;
  readonly certificateNames: readonly string[];
  /** Undefined for CloudFront's own certificate. */
  readonly certificateAccountId: string | undefined;
}

type Rule = (handshake: Handshake, host: string, served: ServedConfig) => boolean;

/** Developer Guide, current text: 421 only if neither SNI, account nor certificate speaks for the Host. */
const current: Rule = ({ serverName, certificateNames, certificateAccountId }, host, served) =>
  serverName !== host &&
  certificateAccountId !== served.accountId &&
  !certificateNames.some((name) => certificateCovers(name, host));

/**
 * The Guide of 2023, as AWS announced it ("Continually Enhancing Domain Security on Amazon CloudFront"): the account
 * of the certificate is the account of the request, or 421. CloudFront's own certificate is no customer's; that it
 * then takes the name in the SNI is an inference.
 */
const legacy2023: Rule = ({ serverName, certificateAccountId }, host, served) =>
  certificateAccountId === undefined ? serverName !== host : certificateAccountId !== served.accountId;

const rules: Readonly<Record<Knobs['frontingRule'], Rule>> = { current, legacy2023 };

/** Whether CloudFront answers 421. A viewer without SNI is let in by either text. */
export const isDomainFronting = (
  rule: Knobs['frontingRule'],
  handshake: Handshake,
  host: string,
  served: ServedConfig,
): boolean => handshake.serverName !== undefined && rules[rule](handshake, host, served);
