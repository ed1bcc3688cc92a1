import { describeHandbook } from '../handbook';

describeHandbook('redirect-site.md', 'awscommunity-redirect-site', [
  'RulesSource',
  'Deployment',
  'ExistingDistribution',
  'HostedZone',
  'Tag',
]);
