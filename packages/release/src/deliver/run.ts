import { Failure } from '@cutover/handler-kit';
import type { Io } from '../io';
import { UserError } from '../user-error';
import { deliverToAlpha } from './alpha/deliver';
import { deliverToBeta } from './beta/deliver';
import { type InRegion, type Line, type Published, planDelivery } from './plan';
import { deliverToProd } from './prod/deliver';
import type { ProdSettings } from './prod/settings';
import { promoteOn } from './promote-on';
import type { Outcome, ReleasedType, Stage } from './stage';

/** Prod as a whole, beside what every type needs. */
export interface ProdPlan {
  readonly settings: ProdSettings;
  readonly lines: readonly Line[];
}

/**
 * Delivers all types to a stage, one after the other; what fails keeps no other type back. From beta the release goes on
 * to prod when nothing has failed.
 * @param prod only where the stage is prod
 */
export async function deliverAll(
  stage: Stage,
  types: readonly ReleasedType[],
  io: Io,
  prod?: ProdPlan,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const type of types) outcomes.push(await stating(type, () => deliverOne(stage, type, io, prod)));
  if (stage.env === 'beta' && outcomes.every(({ kind }) => kind !== 'failed'))
    await promoteOn(stage, types, io);
  return outcomes;
}

/** What cannot be done about one type is said of it, and the others go on. */
async function stating(type: ReleasedType, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError || error instanceof Failure)) throw error;
    const says = `${error.message} Nothing is lost: run it again, it goes on from what is there.`;
    return { typeName: type.typeName, kind: 'failed', says };
  }
}

function deliverOne(stage: Stage, type: ReleasedType, io: Io, prod: ProdPlan | undefined): Promise<Outcome> {
  if (stage.env === 'alpha') return deliverToAlpha(stage, type, io);
  if (stage.env === 'beta') return deliverToBeta(stage, type, io);
  const lines = (prod?.lines ?? []).filter(({ typeName }) => typeName === type.typeName);
  const refused = lines.flatMap(({ region, move }) =>
    move.kind === 'refused' ? [`${region}: ${move.because}`] : [],
  );
  // Half a release would be two kinds of bytes under one number.
  if (refused.length > 0)
    return Promise.resolve({
      typeName: type.typeName,
      kind: 'failed',
      says: `nothing was published: ${refused.join('; ')}`,
    });
  return deliverToProd(stage, type, prod!.settings, lines, io);
}

/** What is public where, compared with what is to be. */
export async function planInRegions(
  account: Stage['account'],
  regions: readonly string[],
  publisherId: string | undefined,
  wanted: readonly Pick<ReleasedType, 'typeName' | 'version' | 'sha256'>[],
  published: Published,
): Promise<Line[]> {
  const inRegion = async (typeName: string, region: string): Promise<InRegion> => {
    const publicVersion =
      publisherId === undefined
        ? undefined
        : await account(region).types.publicVersion(typeName, publisherId);
    return { typeName, region, publicVersion };
  };
  const places = await Promise.all(
    wanted.flatMap(({ typeName }) => regions.map((region) => inRegion(typeName, region))),
  );
  return planDelivery(wanted, places, published);
}
