import type { Instant } from '@cutover/ground';

/** Credentials from AssumeRole. Unknown keys are the administrator of an account (see identity.ts). */
export interface Session {
  readonly accessKeyId: string;
  /** Absent for GetSessionToken, which stands for the account's administrator. */
  readonly roleArn?: string;
  readonly sessionName: string;
  readonly accountId: string;
  readonly expiresAt: Instant;
}

export interface Role {
  readonly arn: string;
  readonly name: string;
  readonly accountId: string;
  readonly trust: PolicyDocument;
  readonly policies: PolicyDocument[];
}

export interface PolicyDocument {
  readonly Version?: string;
  readonly Statement: Statement[];
}

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | string[];
  readonly Resource?: string | string[];
  readonly Principal?: unknown;
  readonly Condition?: Record<string, Record<string, string | string[]>>;
}
