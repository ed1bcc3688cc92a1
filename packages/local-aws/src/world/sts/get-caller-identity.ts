import type { GetCallerIdentityRequest, GetCallerIdentityResponse } from '@aws-sdk/client-sts';
import { arnOf } from '../identity';
import type { Operation } from '../operation';
import { roleId } from './session';

/** Asks for no permission: nobody can be kept from learning who they are. */
export const getCallerIdentity: Operation<GetCallerIdentityRequest, GetCallerIdentityResponse> = {
  service: 'sts',
  name: 'GetCallerIdentity',
  needs: () => [],
  perform: (world, _input, caller) => ({
    UserId: caller.roleArn ? `${roleId(world, caller.roleArn)}:${caller.sessionName}` : caller.accountId,
    Account: caller.accountId,
    Arn: arnOf(caller),
  }),
};
