/** CloudFront's operations after which edges have something to take up. */
export const deploys: ReadonlySet<string> = new Set([
  'AssociateAlias',
  'CreateDistribution',
  'CreateDistributionWithTags',
  'DeleteDistribution',
  'UpdateDistribution',
  'UpdateDomainAssociation',
]);
