import type { GetSessionTokenRequest, GetSessionTokenResponse } from '@aws-sdk/client-sts';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { isDuration, openSession } from './session';

/** Root users get an hour at most and by default, and so does our administrator, who is one. */
const hour = 3600;

export const getSessionToken: Operation<GetSessionTokenRequest, GetSessionTokenResponse> = {
  service: 'sts',
  name: 'GetSessionToken',
  needs: () => [],
  perform: (world, input, caller) => {
    if (caller.roleArn)
      throw new AwsFailure('AccessDenied', 403, 'Cannot call GetSessionToken with session credentials');
    const durationSeconds = Math.min(input.DurationSeconds ?? hour, hour);
    if (!isDuration(durationSeconds, hour))
      throw new AwsFailure('ValidationError', 400, 'DurationSeconds must be 900 at least.');
    return {
      Credentials: openSession(world, {
        accountId: caller.accountId,
        sessionName: 'administrator',
        durationSeconds,
      }),
    };
  },
};
