import type { Instant } from '@cutover/ground';

export interface Parameter {
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
  readonly type: string;
  /** Left out: Standard. */
  readonly tier?: 'Standard' | 'Advanced';
  readonly value: string;
  readonly version: number;
  readonly modifiedAt: Instant;
}
