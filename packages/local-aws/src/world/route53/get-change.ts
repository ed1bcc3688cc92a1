import type { GetChangeRequest, GetChangeResponse } from '@aws-sdk/client-route-53';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { bareId, changeArn } from './identifiers';
import { changeInfo } from './publish';

/** INSYNC once every name server of the zone answers the change. */
export const getChange: Operation<GetChangeRequest, GetChangeResponse> = {
  service: 'route53',
  name: 'GetChange',
  needs: (input) => [{ action: 'route53:GetChange', resource: changeArn(input.Id) }],
  perform: (world, input) => {
    const change = world.changes.get(bareId(input.Id));
    if (!change)
      throw new AwsFailure('NoSuchChange', 404, `Could not find resource with ID: ${bareId(input.Id)}`);
    return { ChangeInfo: changeInfo(world, change) };
  },
};
