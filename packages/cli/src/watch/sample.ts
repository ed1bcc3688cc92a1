/** What one request saw, from the name to the answer. */
export interface Sample {
  /** Milliseconds since the watch began, when the request began. */
  readonly t: number;
  readonly url: string;
  readonly name: string;
  /** What DNS said: `CNAME d111111abcdef8.cloudfront.net, A 192.0.2.1 192.0.2.2`. */
  readonly dns?: string;
  /** The address that was asked; empty where DNS gave none. */
  readonly address: string;
  readonly status?: number;
  /** Who answered: a header's value, or the certificate where no header is named. */
  readonly who?: string;
  readonly certificate?: CertificateSeen;
  readonly tookMs: number;
  /** Why it counts as failed, in words. */
  readonly error?: string;
  readonly failed: boolean;
}

/** The certificate that the server showed. */
export interface CertificateSeen {
  readonly subject: string;
  readonly issuer: string;
  readonly validUntil: string;
  /** SHA-256, hex. */
  readonly fingerprint: string;
}

/** `CN=example.com, 3f2a91c4`: enough to tell two certificates of one name apart. */
export const certificateText = ({ subject, fingerprint }: CertificateSeen): string =>
  `CN=${subject}, ${fingerprint.slice(0, 8)}`;
