import { type Readiness, readinessOf } from '@cutover/aws-adapter';
import type { Place } from '../deliver/setting';
import type { Environment } from '../deliver/stage';
import { orRefusal } from '../or-refusal';
import type { TypeProject } from '../project/type-project';
import { capacityFinding, distributionsQuota, type TypeNeed } from './capacity';
import { connectionFindings } from './connections';
import { diagnose, type Finding, type Region } from './diagnose';
import { fixtureFinding, parametersOf } from './fixtures';
import { connectionsOf, lookAtConnection, lookIntoRegion, needsOf } from './look';

/** The release that is to begin. */
export interface Undertaking {
  readonly projects: readonly TypeProject[];
  readonly regions: readonly string[];
  /** Whose stacks name connections and have fixtures, in lower case. */
  readonly namespace: string | undefined;
  /** Whose pipelines are looked at. */
  readonly environments: readonly Environment[];
  /** One more to look at than the stacks name. */
  readonly connection?: string;
  /** Regions at once. */
  readonly waveSize: number;
  /** Otherwise it ends with the tests, and the account need be no publisher. */
  readonly publishes: boolean;
}

/** All that stands in the way of a release, in one account. It only looks, and may be asked again. */
export async function examine(place: Place, release: Undertaking): Promise<Finding[]> {
  const { account, home, credentials } = place;
  const { projects, regions, namespace, environments, connection, waveSize, publishes } = release;
  const typeNames = projects.map(({ typeName }) => typeName);
  const found: Region[] = [];
  for (const region of regions) found.push(await lookIntoRegion(account(region), region, typeNames));
  const named = namespace
    ? await connectionsOf(account(home), namespace, environments)
    : new Map<string, string>();
  if (connection !== undefined) named.set(connection, '--connection');
  const readiness = readinessOf(credentials, process.env.AWS_ENDPOINT_URL);
  const connections = await Promise.all([...named].map(([arn, of]) => lookAtConnection(readiness, arn, of)));
  const needs = await needsOf(account(home), projects, regions, namespace);
  return [
    ...diagnose(found, publishes),
    ...(await fixturesIn(found, readiness, parametersOf(projects))),
    ...connectionFindings(connections),
    await capacityOf(readiness, needs, waveSize),
  ];
}

/** Where a region cannot be looked into, that is said already. */
async function fixturesIn(
  found: readonly Region[],
  readiness: Readiness,
  names: readonly string[],
): Promise<Finding[]> {
  if (names.length === 0) return [];
  const findings: Finding[] = [];
  for (const { region, kind } of found)
    if (kind === 'open') findings.push(await fixtureFinding(readiness, region, names));
  return findings;
}

const capacityOf = (readiness: Readiness, needs: readonly TypeNeed[], waveSize: number): Promise<Finding> =>
  orRefusal(
    async () => {
      const quota = await readiness.cloudFrontQuota(distributionsQuota);
      return capacityFinding({ quota, used: await readiness.distributions() }, needs, waveSize);
    },
    (says) => ({ isFine: false, region: 'all', what: 'CloudFront', says }),
  );
