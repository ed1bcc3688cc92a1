import type { TestRunner, TypeTest } from '../../world/registry/tests';
import { requireObject } from '../../world/s3/bucket';
import type { World } from '../../world/world';

/** Runs contract tests that were asked for, each package once. */
export async function runTypeTests(world: World, run: TestRunner): Promise<void> {
  for (const test of world.typeTests.splice(0))
    world.testVerdicts.set(test.digest, await run(test, packageOf(world, test)));
}

function packageOf(world: World, { accountId, region, packageUrl }: TypeTest): Uint8Array {
  const [, Bucket, Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(packageUrl) ?? [];
  return requireObject(world, { accountId, region }, { Bucket, Key }).body;
}
