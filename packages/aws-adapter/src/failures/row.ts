import type { Disposition, FailureName, HandlerErrorCode } from '@cutover/handler-kit';

export type Service =
  | 'CloudFormation'
  | 'CloudFront'
  | 'CloudWatch'
  | 'CodeConnections'
  | 'KeyValueStore'
  | 'Route 53'
  | 'ACM'
  | 'S3'
  | 'Service Quotas'
  | 'SSM'
  | 'STS';

/** One line of the table of AWS errors. The first row whose every condition holds decides. */
export interface FailureRow {
  /** Left out: whichever service says it. */
  readonly service?: Service;
  /** A whole name, or a family of names. Left out: any name (then `status` decides). */
  readonly name?: string | RegExp;
  readonly messagePattern?: RegExp;
  /** Lowest and highest HTTP status. */
  readonly status?: readonly [number, number];
  readonly failure: FailureName;
  readonly disposition: Disposition;
  readonly code: HandlerErrorCode;
  /** What a person does next; ends the failure's message. */
  readonly next: string;
}

/** Names we give to errors that carry no AWS error code. */
export const UNREADABLE_ANSWER = 'UnreadableAnswer';
export const NO_ANSWER = 'NoAnswer';
