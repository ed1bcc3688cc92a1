import { acmOperations } from './acm/operations';
import { cloudFormationOperations } from './cloudformation/operations';
import { cloudFrontOperations } from './cloudfront/operations';
import { cloudWatchOperations } from './cloudwatch/operations';
import { codeConnectionsOperations } from './codeconnections/operations';
import { keyValueStoreOperations } from './key-value-stores/operations';
import type { Operation } from './operation';
import { registryOperations } from './registry/operations';
import { route53Operations } from './route53/operations';
import { s3Operations } from './s3/operations';
import { serviceQuotasOperations } from './servicequotas/operations';
import { ssmOperations } from './ssm/operations';
import { stackSetOperations } from './stack-sets/operations';
import { stsOperations } from './sts/operations';

/** Every operation that somebody wrote, by `service.Operation`. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  [
    ...cloudFormationOperations,
    ...cloudFrontOperations,
    ...cloudWatchOperations,
    ...codeConnectionsOperations,
    ...keyValueStoreOperations,
    ...registryOperations,
    ...route53Operations,
    ...acmOperations,
    ...s3Operations,
    ...serviceQuotasOperations,
    ...ssmOperations,
    ...stackSetOperations,
    ...stsOperations,
  ].map((operation) => [`${operation.service}.${operation.name}`, operation]),
);
