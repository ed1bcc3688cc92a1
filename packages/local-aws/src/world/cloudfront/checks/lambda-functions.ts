import { invalidLambdaAssociation } from '../failures';
import { type Check, newReferences } from './proposal';

const lambdaArn = /^arn:aws:lambda:([a-z0-9-]+):(\d{12}):function:[^:]+(?::([^:]+))?$/;

/**
 * Lambda@Edge wants a numbered version in us-east-1 (Developer Guide, "Restrictions on Lambda@Edge"; texts from
 * reports). That the function is of the distribution's account is what everybody says and no page of AWS's. Whether
 * it exists is not known here: the local AWS has no Lambda functions of its own.
 */
export const lambdaFunctions: Check = (_world, proposal) => {
  for (const arn of newReferences(proposal, 'lambdaFunctions')) {
    const [, region, account, version = ''] = lambdaArn.exec(arn) ?? [];
    if (!/^\d+$/.test(version))
      throw invalidLambdaAssociation(
        `The function ARN must reference a specific function version. (The ARN must end with the version number.) ARN: ${arn}`,
      );
    if (region !== 'us-east-1')
      throw invalidLambdaAssociation(`The function must be in region 'us-east-1'. ARN: ${arn}`);
    if (account !== proposal.accountId)
      throw invalidLambdaAssociation(
        `The function must belong to the account of the distribution, ${proposal.accountId}. ARN: ${arn}`,
      );
  }
};
