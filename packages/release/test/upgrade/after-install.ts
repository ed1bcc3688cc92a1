import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  answer,
  type LocalAws,
  type Stack,
  startCloudFormation,
  startLocalAws,
  type TypeSchema,
} from '@cutover/local-aws';
import { Deployments } from '../../../cli/src/rehearsal/deployments';
import { readFolder } from '../../../cli/src/rehearsal/folder';
import { prepare } from '../../../cli/src/rehearsal/prepare';
import { root } from '../workbench';
import { unpacked } from './two-packages';

/** The bytes that the registry was given for the default version of a type. */
export function registeredPackage({ world }: LocalAws, typeName: string): Uint8Array {
  const type = [...world.types.values()].find((each) => each.typeName === typeName);
  const version = type?.versions.find(({ versionId }) => versionId === type.defaultVersionId);
  const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/(.+)$/.exec(version?.packageUrl ?? '') ?? [];
  return world.buckets.get(bucket)!.objects.get(key)![0]!.body;
}

/** Deploys what an example has rehearsed, letter by letter, in an account that has this package for the type. */
export async function deployRehearsed(
  example: string,
  typeName: string,
  archive: Uint8Array,
): Promise<Stack> {
  const rehearsal = readFolder(join(root, 'examples', example));
  const folder = mkdtempSync(join(tmpdir(), 'cutover-installed-'));
  const { schema, bundle } = unpacked(archive, folder);
  const aws = await startLocalAws({
    seed: 'after install',
    startedAt: Date.UTC(2026, 0, 1),
    accounts: Object.entries(rehearsal.accounts).map(([name, id]) => ({ id, name })),
    origins: Object.entries(rehearsal.origins).map(([domainName, { rules }]) => ({ domainName, rules })),
  });
  try {
    const runtime = aws.runtimeOf(bundle);
    const types = [{ typeName, schema: schema as TypeSchema, runtime }];
    const deployments = new Deployments(rehearsal, startCloudFormation({ ...aws, answer, types }));
    await prepare(aws, rehearsal, deployments);
    const [first] = rehearsal.deploy;
    const deployed = deployments.deploy(first!);
    await aws.timeline.run();
    return await deployed;
  } finally {
    await aws.stop();
    rmSync(folder, { recursive: true });
  }
}
