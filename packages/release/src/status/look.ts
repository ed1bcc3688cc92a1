import type { RegistryAccount } from '@cutover/aws-adapter';
import { orRefusal } from '../or-refusal';
import type { Seen } from './status';

/**
 * Looks at types in all regions at once. A region that is not enabled refuses keys that are good elsewhere: that is said
 * of it, and the others are shown.
 * @param publisherId whose public versions are meant; of the account where none is named
 */
export async function lookAround(
  account: (region: string) => RegistryAccount,
  regions: readonly string[],
  typeNames: readonly string[],
  publisherId: string | undefined,
): Promise<Seen[]> {
  const found = await Promise.all(
    regions.map((region) =>
      orRefusal(
        () => lookInto(account(region), region, typeNames, publisherId),
        (because): Seen[] => typeNames.map((typeName) => ({ typeName, region, kind: 'closed', because })),
      ),
    ),
  );
  return typeNames.flatMap((typeName) => found.flat().filter((each) => each.typeName === typeName));
}

async function lookInto(
  { types }: RegistryAccount,
  region: string,
  typeNames: readonly string[],
  named: string | undefined,
): Promise<Seen[]> {
  const publisherId = named ?? (await types.publisherId());
  const seen: Seen[] = [];
  for (const typeName of typeNames) {
    const versions = await types.versions(typeName);
    seen.push({
      typeName,
      region,
      kind: 'open',
      defaultVersion: versions.find(({ isDefault }) => isDefault)?.versionId,
      versions: versions.length,
      publicVersion: publisherId && (await types.publicVersion(typeName, publisherId)),
    });
  }
  return seen;
}
