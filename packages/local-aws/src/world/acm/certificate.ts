import type { Tag } from '@aws-sdk/client-cloudfront';
import type { Instant } from '@cutover/ground';

export interface Certificate {
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
  readonly names: string[];
  readonly type: 'IMPORTED' | 'AMAZON_ISSUED';
  status: 'PENDING_VALIDATION' | 'ISSUED' | 'EXPIRED' | 'VALIDATION_TIMED_OUT' | 'FAILED';
  /** Why a requested one has failed. */
  failureReason?: 'CAA_ERROR';
  /** Without meaning until a requested certificate is issued. */
  notBefore: Instant;
  notAfter: Instant;
  /** Only of requested ones. */
  validation?: Validation;
  readonly keyAlgorithm: string;
  /** Only for imported ones; for the others the local authority makes key and certificate at the first handshake. */
  readonly imported?: {
    readonly certificatePem: string;
    readonly privateKeyPem: string;
    readonly chainPem?: string;
  };
  tags: Tag[];
}

/** The proof that ACM waits for before it issues a certificate. */
export interface Validation {
  readonly method: 'DNS' | 'EMAIL';
  readonly requestedAt: Instant;
  readonly idempotencyToken?: string;
  /** From when on the records are shown. */
  readonly shownAt: Instant;
  /** How long ACM takes to find a record that is there. */
  readonly lookMs: number;
  /** By domain: when ACM has found, or will find, its record. */
  readonly foundAt: Readonly<Record<string, Instant>>;
}
