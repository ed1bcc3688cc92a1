import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import type { Instant } from '@cutover/ground';

export interface Alarm {
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
  readonly config: Omit<PutMetricAlarmInput, 'AlarmName' | 'Tags'>;
  readonly configuredAt: Instant;
  readonly state: {
    readonly value: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
    readonly reason: string;
    readonly reasonData?: string;
    readonly updatedAt: Instant;
    /** When the value was last another one. */
    readonly changedAt: Instant;
  };
}
