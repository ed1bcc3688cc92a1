import { AwsFailure } from '../failure';
import type { Operation } from '../operation';

interface GetConnectionInput {
  readonly ConnectionArn: string;
}

/** By ARN. A connection of another account or region is none. */
export const getConnection: Operation<GetConnectionInput> = {
  service: 'codeconnections',
  name: 'GetConnection',
  needs: ({ ConnectionArn }) => [{ action: 'codeconnections:GetConnection', resource: ConnectionArn }],
  perform: (world, { ConnectionArn }, { accountId, region }) => {
    const found = world.connections.get(ConnectionArn);
    if (!found?.arn.includes(`:${region}:${accountId}:`))
      throw new AwsFailure('ResourceNotFoundException', 400, `Connection ${ConnectionArn} not found`);
    return {
      Connection: {
        ConnectionName: found.name,
        ConnectionArn: found.arn,
        ProviderType: 'GitHub',
        OwnerAccountId: accountId,
        ConnectionStatus: found.status,
      },
    };
  },
};
