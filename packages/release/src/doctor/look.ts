import type { Readiness, RegistryAccount } from '@cutover/aws-adapter';
import { type Environment, stackName } from '../deliver/stage';
import { orRefusal } from '../or-refusal';
import type { TypeProject } from '../project/type-project';
import type { TypeNeed } from './capacity';
import type { Connection } from './connections';
import type { Region } from './diagnose';
import { distributionsOf } from './needs';

/** A region that is not enabled refuses keys that are good elsewhere; the doctor goes on to the next. */
export const lookIntoRegion = (
  { types }: RegistryAccount,
  region: string,
  typeNames: readonly string[],
): Promise<Region> =>
  orRefusal(
    async () => {
      const publisherId = await types.publisherId();
      const versions: Record<string, number> = {};
      for (const typeName of typeNames) versions[typeName] = (await types.versions(typeName)).length;
      return { region, kind: 'open', publisherId, versions };
    },
    (because) => ({ region, kind: 'closed', because }),
  );

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

export const lookAtConnection = (
  readiness: Pick<Readiness, 'connection'>,
  arn: string,
  of: string,
): Promise<Connection> =>
  orRefusal(
    async () => ({ arn, of, status: (await readiness.connection(arn)) ?? 'absent' }),
    (because) => ({ arn, of, status: 'unknown', because }),
  );

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
