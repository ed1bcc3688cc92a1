import { App } from 'aws-cdk-lib';
import { SiteStack } from './site-stack.js';
import { SourceAccessStack } from './source-access-stack.js';

const sourceAccount = '636696000000';
const targetAccount = '310123456789';
const region = 'us-east-1';
const externalId = 'move-of-example-com';
const hostedZoneId = 'Z0EXAMPLECOM';
const sourceDistributionId = 'E1111111SOURCE';

const app = new App({ outdir: process.argv[2] ?? 'cdk.out', analyticsReporting: true });

new SourceAccessStack(app, 'SourceAccess', {
  // A role is in no region: this template can be deployed in any.
  env: { account: sourceAccount },
  targetAccount,
  externalId,
  hostedZoneId,
  sourceDistributionId,
});

new SiteStack(app, 'Site', {
  env: { account: targetAccount, region },
  names: ['a.example.com', 'b.example.com'],
  source: {
    accountId: sourceAccount,
    distributionId: sourceDistributionId,
    roleArn: `arn:aws:iam::${sourceAccount}:role/${SourceAccessStack.roleName}`,
    externalId,
  },
  hostedZoneId,
  certificateArn: `arn:aws:acm:${region}:${targetAccount}:certificate/8ce3aef1-15d4-45ad-8f8e-bd51768cf536`,
});

app.synth();
