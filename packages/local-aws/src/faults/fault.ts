/** A fault as data: posted to the local AWS, named by where it strikes. */
export interface Fault {
  /** `service.Operation.kind`, for example `cloudfront.UpdateDistribution.lost`; `*` stands for any operation. */
  readonly point: string;
  /** Strikes from the n-th matching call on (1 is the first). */
  readonly nth: number;
  /** How many calls it strikes. */
  readonly times: number;
  /** Settings of the kind, with units in their names. */
  readonly settings?: Record<string, number | string>;
  /** Matching calls seen so far; kept by the gate. */
  seen: number;
}
