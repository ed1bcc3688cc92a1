import { type RegionOptions, regionClients } from '../region-clients';
import { type PackageStore, packageStore } from './package-store';
import { type Stacks, stacksOf } from './stacks';
import { type TypeRegistry, typeRegistry } from './types';

/** What types are installed into: an account in one region. */
export interface RegistryAccount {
  readonly types: TypeRegistry;
  readonly stacks: Stacks;
  readonly packages: PackageStore;
}

export function registryAccount(options: RegionOptions): RegistryAccount {
  const { cloudFormation, s3 } = regionClients(options);
  return {
    types: typeRegistry(cloudFormation),
    stacks: stacksOf(cloudFormation),
    packages: packageStore(s3),
  };
}
