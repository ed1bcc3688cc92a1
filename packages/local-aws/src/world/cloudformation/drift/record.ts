import type { Instant } from '@cutover/ground';

/** A comparison of a stack with what is really there. */
export interface DriftDetection {
  readonly id: string;
  readonly stackId: string;
  readonly startedAt: Instant;
  readonly status: 'DETECTION_IN_PROGRESS' | 'DETECTION_COMPLETE' | 'DETECTION_FAILED';
  readonly reason?: string;
  /** `Resource: /properties/Name`, for each that differs. */
  readonly differences: readonly string[];
}
