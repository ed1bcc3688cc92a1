import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { AwsFailure } from '../failure';
import type { Caller } from '../operation';
import { requireObject } from '../s3/bucket';
import type { World } from '../world';

/** What the registry finds in a package: its schema, or why it takes none of it. */
export type FoundPackage =
  | { readonly schema: string; readonly digest: string }
  | { readonly problem: string };

/** The registry's own words, for a package that it cannot read whatever the reason. */
const unreadable = 'Error validating schemaHandlerPackage. Check the permissions on the bucket and object';

/** @param url `s3://bucket/key`, the only kind that RegisterType takes */
export function readPackage(world: World, caller: Caller, url: string, typeName: string): FoundPackage {
  const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(url) ?? [];
  const bytes = bucket && key ? objectAt(world, caller, bucket, key) : undefined;
  const schema = bytes && fileIn(bytes, 'schema.json');
  if (!bytes || !schema) return { problem: unreadable };
  const named = (JSON.parse(schema) as { readonly typeName?: string }).typeName;
  if (named !== typeName) return { problem: `The schema is of ${named}, the request is for ${typeName}` };
  if (!fileIn(bytes, '.rpdk-config')) return { problem: unreadable };
  return { schema, digest: createHash('sha256').update(bytes).digest('hex') };
}

function objectAt(world: World, caller: Caller, Bucket: string, Key: string): Uint8Array | undefined {
  try {
    return requireObject(world, caller, { Bucket, Key }).body;
  } catch (error) {
    if (!(error instanceof AwsFailure)) throw error;
    return undefined;
  }
}

function fileIn(archive: Uint8Array, name: string): string | undefined {
  try {
    const found = unzipSync(archive, { filter: (file) => file.name === name })[name];
    return found && new TextDecoder().decode(found);
  } catch (error) {
    // No archive at all.
    if (!/invalid zip data/.test((error as Error).message)) throw error;
    return undefined;
  }
}
