import { type RegionOptions, regionClients } from '../region-clients';
import { type PackageStore, packageStore } from './package-store';
import { type StackSets, stackSetsOf } from './stack-sets';
import { type Stacks, stacksOf } from './stacks';
import { type TypeTests, typeTests } from './type-tests';
import { type TypeRegistry, typeRegistry } from './types';

/** What types are installed into: an account in one region. */
export interface RegistryAccount {
  readonly types: TypeRegistry;
  readonly tests: TypeTests;
  readonly stacks: Stacks;
  readonly stackSets: StackSets;
  readonly packages: PackageStore;
}

export const registryAccount = (options: RegionOptions): RegistryAccount =>
  registryAccountOf(regionClients(options));

/** The same on clients that are there already. */
export function registryAccountOf({
  cloudFormation,
  s3,
}: Pick<ReturnType<typeof regionClients>, 'cloudFormation' | 's3'>): RegistryAccount {
  return {
    types: typeRegistry(cloudFormation),
    tests: typeTests(cloudFormation),
    stacks: stacksOf(cloudFormation),
    stackSets: stackSetsOf(cloudFormation),
    packages: packageStore(s3),
  };
}
