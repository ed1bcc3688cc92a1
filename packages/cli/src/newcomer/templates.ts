import { lines } from './lines';
import type { Answers } from './questions';

const roleName = 'alias-migration-access';

/** The template that does the move, in the rehearsal and on AWS. */
export function migrationTemplate({
  source,
  target,
  names,
  zone,
  zoneSide,
  certificateArn,
}: Answers): string {
  const isCross = source.accountId !== target.accountId;
  const role = [
    `RoleArn: arn:aws:iam::${source.accountId}:role/${roleName}`,
    `ExternalId: ${externalIdOf(names)}`,
  ];
  return `AWSTemplateFormatVersion: '2010-09-09'
Description: Moves ${names.join(', ')} to ${target.id} without one failed request.

Resources:
  Move:
    Type: AwsCommunity::CloudFront::AliasMigration
    Properties:
      Aliases:
${lines(
  names.map((name) => `- ${name.startsWith('*') ? `'${name}'` : name}`),
  8,
)}
      Target:
${lines([`DistributionId: ${target.id}`, ...(certificateArn ? [`CertificateArn: ${certificateArn}`] : [])], 8)}
      Source:
${lines([`DistributionId: ${source.id}`, ...(isCross ? [`AccountId: '${source.accountId}'`, ...role] : [])], 8)}
      Dns:
${lines([`HostedZoneId: ${zone.id}`, ...(isCross && zoneSide === 'source' ? role : [])], 8)}
      Verification:
        Path: /
        ExpectStatus: 200
        BakeMinutes: 5
        # A response header that only the target sends makes verification certain of who answered:
        # ExpectHeader: { Name: x-served-by, Value: the-new-one }

Outputs:
  ReconcileTarget:
    Value: !GetAtt Move.ReconcileTarget
  ReconcileSource:
    Value: !GetAtt Move.ReconcileSource
`;
}

/** The role in the source's account that lets the target's account move the names, and nothing else. */
export function accessTemplate({ source, target, names, zone, zoneSide }: Answers): string {
  const dns = `
              - Effect: Allow
                Action: [route53:GetHostedZone, route53:ListResourceRecordSets, route53:ChangeResourceRecordSets]
                Resource: arn:aws:route53:::hostedzone/${zone.id}
              - Effect: Allow
                Action: route53:GetChange
                Resource: arn:aws:route53:::change/*`;
  return `AWSTemplateFormatVersion: '2010-09-09'
Description: What account ${source.accountId} lets account ${target.accountId} do to move ${names.join(', ')}.

Resources:
  Access:
    Type: AWS::IAM::Role
    Properties:
      RoleName: ${roleName}
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { AWS: 'arn:aws:iam::${target.accountId}:root' }
            Action: sts:AssumeRole
            Condition: { StringEquals: { sts:ExternalId: ${externalIdOf(names)} } }
      Policies:
        - PolicyName: move-names
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action:
                  - cloudfront:GetDistribution
                  - cloudfront:GetDistributionConfig
                  - cloudfront:ListDomainConflicts
                  - cloudfront:UpdateDistribution
                Resource: arn:aws:cloudfront::${source.accountId}:distribution/${source.id}${zoneSide === 'source' ? dns : ''}
`;
}

/** Not a secret: it keeps the role from being assumed by mistake, for another source (IAM's confused deputy). */
const externalIdOf = ([first = '']: readonly string[]): string =>
  `move-of-${first.replace('*.', 'wildcard-of-')}`;
