import { versionSlots } from '../install/plan';

/** What was found in a region, or why nothing could be. */
export type Region = { readonly region: string } & (
  | { readonly kind: 'closed'; readonly because: string }
  | {
      readonly kind: 'open';
      readonly publisherId: string | undefined;
      /** Live private versions by type. */
      readonly versions: Readonly<Record<string, number>>;
    }
);

export interface Finding {
  readonly isFine: boolean;
  /** Nobody has looked, as nobody said where. */
  readonly isSkipped?: true;
  readonly region: string;
  readonly what: string;
  readonly says: string;
}

/**
 * What stands in the way of a release, found before anything has started.
 * @param publishes otherwise the account need be no publisher
 */
export const diagnose = (regions: readonly Region[], publishes = true): Finding[] => [
  ...regions.flatMap((found) => findingsIn(found, publishes)),
  ...strangers(regions),
];

function findingsIn(found: Region, publishes: boolean): Finding[] {
  const { region } = found;
  if (found.kind === 'closed')
    return [
      {
        isFine: false,
        region,
        what: 'region',
        says: `${found.because} Regions of after March 2019 have to be enabled in the account first.`,
      },
    ];
  const { publisherId, versions } = found;
  return [
    { region, what: 'publisher', ...asPublisher(publisherId, publishes) },
    ...Object.entries(versions).map(([typeName, count]) => ({
      isFine: count < versionSlots,
      region,
      what: 'version slots',
      says:
        count < versionSlots
          ? `${typeName} has ${versionSlots - count} free`
          : `${typeName} has none free: npx release deregister --region ${region}`,
    })),
  ];
}

function asPublisher(
  publisherId: string | undefined,
  publishes: boolean,
): Pick<Finding, 'isFine' | 'isSkipped' | 'says'> {
  if (publisherId !== undefined) return { isFine: true, says: publisherId };
  return publishes
    ? {
        isFine: false,
        says: 'the account is none here: deploy release/publisher.yml in this region, with a connection',
      }
    : { isFine: true, isSkipped: true, says: 'the account is none here, and nothing is to be published yet' };
}

/** A publisher has one id in all regions; consumers name it in their templates. */
function strangers(regions: readonly Region[]): Finding[] {
  const ids = regions.flatMap((found) =>
    found.kind === 'open' && found.publisherId ? [found.publisherId] : [],
  );
  if (new Set(ids).size < 2) return [];
  const says = `the account has several ids (${[...new Set(ids)].join(', ')}): were these the keys of one account?`;
  return [{ isFine: false, region: 'all', what: 'publisher', says }];
}
