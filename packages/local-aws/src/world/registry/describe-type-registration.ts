import type {
  DescribeTypeRegistrationInput,
  DescribeTypeRegistrationOutput,
} from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { registryFailure, registryNeed, typeArn } from './type-record';

/** IN_PROGRESS for a while, then COMPLETE, or FAILED with the reason. */
export const describeTypeRegistration: Operation<
  DescribeTypeRegistrationInput,
  DescribeTypeRegistrationOutput
> = {
  service: 'cloudformation',
  name: 'DescribeTypeRegistration',
  needs: () => registryNeed('DescribeTypeRegistration'),
  perform: (world, { RegistrationToken = '' }, caller) => {
    const found = world.registrations.get(RegistrationToken);
    if (found?.accountId !== caller.accountId || found.region !== caller.region)
      throw registryFailure(`No registration found for token ${RegistrationToken}`);
    if (found.endsAt > world.now)
      return { ProgressStatus: 'IN_PROGRESS', Description: 'Deployment is currently in DEPLOY_STAGE' };
    if (found.problem !== undefined)
      return {
        ProgressStatus: 'FAILED',
        Description: `Deployment has failed in VALIDATE_STAGE: ${found.problem}`,
      };
    return {
      ProgressStatus: 'COMPLETE',
      Description: 'Deployment is currently in DEPLOY_STAGE of status COMPLETED',
      TypeArn: typeArn(caller, found.typeName),
      TypeVersionArn: found.versionArn,
    };
  },
};
