/** CloudFront's operations after which edges have something to take up. */
export const deploys: ReadonlySet<string> = new Set([
  'AssociateAlias',
  'CreateDistribution',
  'CreateDistributionWithTags',
  'DeleteDistribution',
  'PublishFunction',
  'UpdateDistribution',
  'UpdateDomainAssociation',
]);

/** The writes of items, which edges take up too. */
export const itemWrites: ReadonlySet<string> = new Set(['DeleteKey', 'PutKey', 'UpdateKeys']);

/** Whether edges have something to take up after an operation. */
export const reachesEdges = (service: string, operation: string): boolean =>
  (service === 'cloudfront' && deploys.has(operation)) ||
  (service === 'cloudfront-keyvaluestore' && itemWrites.has(operation));
