import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  OriginProtocolPolicy,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket } from 'aws-cdk-lib/aws-s3';
import { AliasMigration } from './constructs/awscommunity-cloudfront-aliasmigration.js';

/** In the account that takes the names: the new site, and the move of the names to it. */
export class SiteStack extends Stack {
  constructor(scope, id, props) {
    super(scope, id, props);
    const distribution = this.site();
    const move = this.move(distribution, props);
    new CfnOutput(this, 'DistributionId', { value: distribution.distributionId });
    new CfnOutput(this, 'MigrationId', { value: move.ref });
    new CfnOutput(this, 'Phase', { value: move.attrPhase });
  }

  /** Without the names: they are still elsewhere, and the move brings them, with the certificate. */
  site() {
    const assets = new Bucket(this, 'Assets', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const cachePolicy = new CachePolicy(this, 'Pages', {
      comment: 'a minute, per page and language',
      defaultTtl: Duration.minutes(1),
      queryStringBehavior: CacheQueryStringBehavior.allowList('page', 'lang'),
    });
    const responseHeadersPolicy = new ResponseHeadersPolicy(this, 'Marker', {
      customHeadersBehavior: {
        customHeaders: [{ header: 'x-migration', value: 'target account distribution', override: true }],
      },
    });
    const withIndex = new EdgeFunction(this, 'WithIndex', {
      comment: 'folders are their index.html',
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(
        "function handler(event) { const request = event.request; if (request.uri.endsWith('/')) request.uri += 'index.html'; return request; }",
      ),
    });
    return new Distribution(this, 'Site', {
      comment: 'the new home of a.example.com and b.example.com',
      defaultBehavior: {
        origin: new HttpOrigin('origin-target.example.net', {
          protocolPolicy: OriginProtocolPolicy.HTTP_ONLY,
        }),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy,
        responseHeadersPolicy,
      },
      additionalBehaviors: {
        '/assets/*': {
          origin: S3BucketOrigin.withOriginAccessControl(assets),
          viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
          responseHeadersPolicy,
          functionAssociations: [{ function: withIndex, eventType: FunctionEventType.VIEWER_REQUEST }],
        },
      },
    });
  }

  /** Its construct is made of the type's schema: `npx release construct AwsCommunity::CloudFront::AliasMigration`. */
  move(distribution, { names, source, hostedZoneId, certificateArn }) {
    return new AliasMigration(this, 'Move', {
      Aliases: names,
      Target: { DistributionId: distribution.distributionId, CertificateArn: certificateArn },
      Source: {
        DistributionId: source.distributionId,
        AccountId: source.accountId,
        RoleArn: source.roleArn,
        ExternalId: source.externalId,
      },
      Dns: { HostedZoneId: hostedZoneId, RoleArn: source.roleArn, ExternalId: source.externalId },
      Verification: {
        Path: '/',
        ExpectStatus: 200,
        ExpectHeader: { Name: 'x-migration', Value: 'target account distribution' },
        MinConsecutive: 3,
        BakeMinutes: 2,
      },
    });
  }
}
