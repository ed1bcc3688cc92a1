import { CfnOutput, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, PolicyDocument, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';

/** In the account that gives the names away: what the target account may do there. */
export class SourceAccessStack extends Stack {
  static roleName = 'alias-migration-access';

  constructor(scope, id, props) {
    super(scope, id, props);
    const { targetAccount, externalId, hostedZoneId, sourceDistributionId } = props;
    const role = new Role(this, 'Access', {
      roleName: SourceAccessStack.roleName,
      assumedBy: new AccountPrincipal(targetAccount),
      externalIds: [externalId],
      inlinePolicies: {
        'one-distribution-and-one-zone': new PolicyDocument({
          statements: [
            new PolicyStatement({
              actions: [
                'cloudfront:GetDistribution',
                'cloudfront:GetDistributionConfig',
                'cloudfront:ListDomainConflicts',
                'cloudfront:UpdateDistribution',
              ],
              resources: [`arn:aws:cloudfront::${this.account}:distribution/${sourceDistributionId}`],
            }),
            new PolicyStatement({
              actions: [
                'route53:GetHostedZone',
                'route53:ListResourceRecordSets',
                'route53:ChangeResourceRecordSets',
              ],
              resources: [`arn:aws:route53:::hostedzone/${hostedZoneId}`],
            }),
            new PolicyStatement({
              actions: ['route53:GetChange'],
              resources: ['arn:aws:route53:::change/*'],
            }),
          ],
        }),
      },
    });
    new CfnOutput(this, 'RoleArn', { value: role.roleArn });
  }
}
