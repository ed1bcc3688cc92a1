import type { Readiness, RegistryAccount } from '@cutover/aws-adapter';
import { Failure } from '@cutover/handler-kit';
import { type Environment, stackName } from '../deliver/stage';
import type { TypeProject } from '../project/type-project';
import type { TypeNeed } from './capacity';
import type { Connection } from './connections';
import type { Region } from './diagnose';
import { distributionsOf } from './needs';

/** A region that is not enabled refuses keys that are good elsewhere; the doctor goes on to the next. */
export async function lookIntoRegion(
  { types }: RegistryAccount,
  region: string,
  typeNames: readonly string[],
): Promise<Region> {
  try {
    const publisherId = await types.publisherId();
    const versions: Record<string, number> = {};
    for (const typeName of typeNames) versions[typeName] = (await types.versions(typeName)).length;
    return { region, kind: 'open', publisherId, versions };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { region, kind: 'closed', because: error.message };
  }
}

/** The connections that the stacks of a namespace stand on, by ARN. */
export async function connectionsOf(
  { stacks }: RegistryAccount,
  namespace: string,
  environments: readonly Environment[],
): Promise<Map<string, string>> {
  const names = [`${namespace}-prod-publisher`, ...environments.map((env) => `${namespace}-${env}-pipeline`)];
  const found = new Map<string, string>();
  for (const name of names) {
    const arn = (await stacks.find(name))?.parameters.ConnectionArn;
    // The default of a pipeline that no branch starts names nobody's account.
    if (arn && !arn.includes(':000000000000:'))
      found.set(arn, [found.get(arn), name].filter(Boolean).join(', '));
  }
  return found;
}

export async function lookAtConnection(
  readiness: Pick<Readiness, 'connection'>,
  arn: string,
  of: string,
): Promise<Connection> {
  try {
    return { arn, of, status: (await readiness.connection(arn)) ?? 'absent' };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { arn, of, status: 'unknown', because: error.message };
  }
}

/**
 * What the types need in regions that have no fixture of theirs yet.
 * @param namespace of the stack sets that may have made some; undefined: every region counts as new
 */
export async function needsOf(
  { stackSets }: RegistryAccount,
  projects: readonly TypeProject[],
  regions: readonly string[],
  namespace: string | undefined,
): Promise<TypeNeed[]> {
  const needs: TypeNeed[] = [];
  for (const project of projects) {
    const set = namespace && stackName({ namespace, env: 'prod' }, project, 'publish');
    const standing = set && (await stackSets.find(set)) ? await stackSets.instances(set) : [];
    const newRegions = regions.filter((region) => !standing.some((each) => each.region === region)).length;
    needs.push({ typeName: project.typeName, ...distributionsOf(project), newRegions });
  }
  return needs;
}
