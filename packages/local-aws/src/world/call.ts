/** One line of the log that must be equal for equal seeds. */
export interface CallRecord {
  /** Virtual milliseconds since the start of the world. */
  readonly at: number;
  /** Milliseconds of charged latency into the caller's turn; 0 outside a turn. */
  readonly into: number;
  readonly actor: string;
  readonly service: ServiceName;
  readonly operation: string;
  readonly input: unknown;
  /** 'ok' or the error's code; what a fault did is told in `fault`. */
  readonly outcome: string;
  readonly etag?: string;
  readonly fault?: string;
}

export type ServiceName =
  | 'cloudfront'
  | 'cloudfront-keyvaluestore'
  | 'route53'
  | 'acm'
  | 's3'
  | 'ssm'
  | 'sts'
  | 'cloudformation'
  | 'cloudwatch'
  | 'codeconnections'
  | 'servicequotas';
