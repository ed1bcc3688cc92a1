import type { Finding } from './diagnose';

/** Distributions that one type needs while it is tested in regions. */
export interface TypeNeed {
  readonly typeName: string;
  /** That its test/setup.yml makes; the fixtures stay in each region, for the next release. */
  readonly fixture: number;
  /** That its contract tests make beside those, at once. */
  readonly tests: number;
  /** Regions that have no fixture yet. */
  readonly newRegions: number;
}

/** CloudFront is global: all regions of a release share the quotas of one account. */
export interface Capacity {
  /** undefined where Service Quotas does not tell it. */
  readonly quota: number | undefined;
  readonly used: number;
}

/** Service Quotas, “Web distributions per AWS account”; 500 unless AWS has raised it, 200 in older accounts. */
export const distributionsQuota = 'L-24B04930';

/** What one run of prod needs at most: fixtures add up, tests of one type at a time are in a wave of regions. */
export const distributionsNeeded = (types: readonly TypeNeed[], waveSize: number): number =>
  types.reduce((sum, { fixture, newRegions }) => sum + fixture * newRegions, 0) +
  Math.max(0, ...types.map(({ tests }) => tests * waveSize));

export function capacityFinding(
  { quota, used }: Capacity,
  types: readonly TypeNeed[],
  waveSize: number,
): Finding {
  const needed = distributionsNeeded(types, waveSize);
  const base = { region: 'all', what: 'CloudFront' };
  const need = `one run needs up to ${needed} distributions (${needsText(types, waveSize)})`;
  if (quota === undefined)
    return {
      ...base,
      isFine: false,
      says: `${need}, and ${used} are used; how many the account may have Service Quotas does not say (${distributionsQuota} in us-east-1)`,
    };
  const free = quota - used;
  if (needed <= free) return { ...base, isFine: true, says: `${free} of ${quota} are free; ${need}` };
  const ask = `aws service-quotas request-service-quota-increase --service-code cloudfront --quota-code ${distributionsQuota} --desired-value ${used + needed} --region us-east-1`;
  return {
    ...base,
    isFine: false,
    says: `${free} of ${quota} are free, and ${need}: delete some, or ${ask}`,
  };
}

function needsText(types: readonly TypeNeed[], waveSize: number): string {
  const fixtures = types
    .filter(({ fixture, newRegions }) => fixture * newRegions > 0)
    .map(({ typeName, fixture, newRegions }) => `${typeName}: ${fixture} in ${newRegions} new regions`);
  const most = Math.max(0, ...types.map(({ tests }) => tests));
  return [...fixtures, `contract tests: ${most} in a wave of ${waveSize}`].join('; ');
}
