import { type RegionOptions, regionClients } from '../region-clients';
import { type RulesBucket, rulesBucket } from './rules-bucket';
import { type StackChanges, stackChanges } from './stack-changes';

/** What rules are deployed into: stacks and a bucket of an account, in one region. */
export interface DeployAccount {
  readonly stacks: StackChanges;
  readonly rules: RulesBucket;
}

export function deployAccount(options: RegionOptions): DeployAccount {
  const { cloudFormation, s3 } = regionClients(options);
  return { stacks: stackChanges(cloudFormation), rules: rulesBucket(s3, options.region) };
}
