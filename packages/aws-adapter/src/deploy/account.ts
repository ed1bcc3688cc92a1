import { type RegistryOptions, registryClients } from '../registry/clients';
import { type RulesBucket, rulesBucket } from './rules-bucket';
import { type StackChanges, stackChanges } from './stack-changes';

/** What rules are deployed into: stacks and a bucket of an account, in one region. */
export interface DeployAccount {
  readonly stacks: StackChanges;
  readonly rules: RulesBucket;
}

export function deployAccount(options: RegistryOptions): DeployAccount {
  const { cloudFormation, s3 } = registryClients(options);
  return { stacks: stackChanges(cloudFormation), rules: rulesBucket(s3) };
}
