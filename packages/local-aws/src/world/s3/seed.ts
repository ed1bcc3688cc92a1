import { invalidArgument } from '../cloudfront/failures';
import type { World } from '../world';
import type { Bucket, ObjectVersion } from './bucket';
import { type NewObject, writeObject } from './write-object';

/** A bucket that is there before. @throws AwsFailure InvalidArgument for a second one of a name */
export function seedBucket(
  world: World,
  seeded: Pick<Bucket, 'name' | 'accountId'> & Partial<Pick<Bucket, 'region' | 'versioning'>>,
): Bucket {
  if (world.buckets.has(seeded.name))
    throw invalidArgument(`There are two buckets ${seeded.name}: a name is taken once, in all accounts.`);
  const bucket = { region: 'us-east-1', ...seeded, createdAt: world.now, objects: new Map() };
  world.buckets.set(seeded.name, bucket);
  return bucket;
}

/** An object in a bucket that is there. @throws AwsFailure InvalidArgument */
export function seedObject(world: World, bucketName: string, key: string, object: NewObject): ObjectVersion {
  const bucket = world.buckets.get(bucketName);
  if (!bucket) throw invalidArgument(`There is no bucket ${bucketName} for the object ${key}.`);
  return writeObject(world, bucket, key, object);
}
