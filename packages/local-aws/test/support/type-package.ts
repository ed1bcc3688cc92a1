import { zipSync } from 'fflate';
import { seedBucket, seedObject } from '../../src/world/s3/seed';
import type { World } from '../../src/world/world';

export const greeting = 'Acme::Demo::Greeting';

/** A package of a type in a bucket of the account. @returns its URL */
export function addPackage(
  world: World,
  accountId: string,
  typeName = greeting,
  key = 'greeting.zip',
): string {
  const bucket = `packages-${accountId}`;
  if (!world.buckets.has(bucket)) seedBucket(world, { name: bucket, accountId });
  const text = (value: object) => new TextEncoder().encode(JSON.stringify(value));
  const body = zipSync({ 'schema.json': text({ typeName }), '.rpdk-config': text({ typeName }) });
  seedObject(world, bucket, key, { body });
  return `s3://${bucket}/${key}`;
}
