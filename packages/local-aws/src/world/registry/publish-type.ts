import type { PublishTypeInput, PublishTypeOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { notVerified } from './describe-publisher';
import {
  type PublicTypeRecord,
  type PublicVersionRecord,
  publicArn,
  publicKey,
  publisherKey,
} from './public-record';
import { testStatusOf } from './tests';
import { findVersion, registryFailure, registryNeed } from './type-record';

const numberPattern = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/**
 * Makes a tested version public, for good. The first one gets its number from the registry; for later ones that no
 * number is given for, the minor grows.
 */
export const publishType: Operation<PublishTypeInput, PublishTypeOutput> = {
  service: 'cloudformation',
  name: 'PublishType',
  needs: () => registryNeed('PublishType'),
  perform: (world, input, caller) => {
    const publisher = world.publishers.get(publisherKey(caller));
    if (!publisher) throw notVerified(caller.accountId);
    const { type, version } = findVersion(world, caller, input);
    if (testStatusOf(world, version).status !== 'PASSED')
      throw registryFailure(
        `The version ${version.versionId} for Type ${type.typeName} needs to be tested first. Please run the TestType API on this version first.`,
      );
    const { publisherId, region } = publisher;
    const key = publicKey(publisherId, region, type.typeName);
    const known = world.publicTypes.get(key);
    const number = numberOf(known, input.PublicVersionNumber);
    const arn = publicArn(region, publisherId, type.typeName, number);
    const { schema, digest } = version;
    const published: PublicVersionRecord = { number, arn, schema, digest, publishedAt: world.now };
    const versions = [...(known?.versions ?? []), published];
    world.publicTypes.set(key, { publisherId, region, typeName: type.typeName, versions });
    return { PublicTypeArn: arn };
  },
};

/** @throws AwsFailure for a number that cannot be the next */
function numberOf(known: PublicTypeRecord | undefined, asked: string | undefined): string {
  const last = known?.versions.at(-1)?.number;
  if (last === undefined) {
    if (asked === undefined) return '1.0.0';
    throw registryFailure("PublicVersionNumber can't be set for publishing a type for the first time");
  }
  const [major = 0, minor = 0] = partsOf(last);
  if (asked === undefined) return `${major}.${minor + 1}.0`;
  if (!numberPattern.test(asked)) throw registryFailure(`The version number ${asked} has not the form 1.2.3`);
  // Nobody has written down AWS's own words for this.
  if (compare(partsOf(asked), partsOf(last)) <= 0)
    throw registryFailure(`PublicVersionNumber ${asked} must be greater than ${last}`);
  return asked;
}

const partsOf = (number: string): number[] => number.split('.').map(Number);

const compare = (one: readonly number[], other: readonly number[]): number =>
  one.map((part, n) => part - (other[n] ?? 0)).find((difference) => difference !== 0) ?? 0;
