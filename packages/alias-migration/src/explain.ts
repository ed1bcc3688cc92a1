import type { Before, Phase } from './journal';
import { isCrossAccount, type Migration } from './migration';
import { enumerate } from './names';
import { longestTtlSeconds } from './records';

/** Something that a run will do, and the phase that does it. */
export interface PlannedStep {
  readonly phase: Phase;
  readonly does: string;
  /** Left out where the step changes nothing. */
  readonly wayBack?: string;
}

type Past = Omit<Before, 'plan'>;

/** The plan in sentences: what will be done in which order, why so, and the way back at each point. */
export const explain = (migration: Migration, before: Past): string[] => [
  `${before.strategy}: ${whyStrategy(migration)}.`,
  ...stepsOf(migration, before).map(
    ({ does, wayBack }, index) => `${index + 1}. ${does}${wayBack ? ` Way back: ${wayBack}` : ''}`,
  ),
];

/** Why the names move in this way. */
export const whyStrategy = (migration: Migration): string =>
  isCrossAccount(migration)
    ? 'the accounts differ, and the source must keep serving, so the names pass through a wildcard'
    : 'both distributions are in one account, where CloudFront moves a name in one step';

/** Everything that will be done, in order. */
export function stepsOf(migration: Migration, before: Past): PlannedStep[] {
  const move = before.strategy === 'WILDCARD' ? throughWildcard(migration, before) : inOneStep(migration);
  const last = before.strategy === 'WILDCARD' ? [claim(migration)] : [];
  return [...move, watched(migration), dns(migration, before), ...last];
}

function throughWildcard({ aliases, source, target }: Migration, { wildcards }: Past): PlannedStep[] {
  const names = enumerate(aliases);
  const certificate = target.certificateArn ? ' with its certificate' : '';
  return [
    {
      phase: 'ADDING_WILDCARD',
      does: `Add ${enumerate(wildcards)}${certificate} to ${target.distributionId}, wait until deployed.`,
      wayBack: 'take it off.',
    },
    {
      phase: 'CANARY',
      does: `Reach ${target.distributionId} through an unused name under the wildcard, over real TLS.`,
    },
    {
      phase: 'RELEASING',
      does: `Cutover: ${source.distributionId} releases ${names}.`,
      wayBack: 'one update that adds them again; the wildcard serves meanwhile.',
    },
  ];
}

const inOneStep = ({ aliases, source, target }: Migration): PlannedStep[] => [
  {
    phase: 'MOVING_ALIASES',
    does: `Cutover: move ${enumerate(aliases)} to ${target.distributionId}, one call a name.`,
    wayBack: `the same call towards ${source.distributionId}.`,
  },
];

const watched = ({ verification: { path, bakeMinutes } }: Migration): PlannedStep => ({
  phase: 'VERIFYING',
  does: `Verify ${path} of every name at every address, then bake ${bakeMinutes} min; a bad answer puts the names back by itself.`,
});

const dns = (migration: Migration, { source, target, records }: Past): PlannedStep =>
  migration.dns
    ? {
        phase: 'MOVING_DNS',
        does: `Point the records of ${enumerate(migration.aliases)} to ${target.domainName}; wait for every name server and ${longestTtlSeconds(records)} s of old TTL.`,
        wayBack: `point them to ${source.domainName}.`,
      }
    : {
        phase: 'MOVING_DNS',
        does: 'DNS is left alone: the names keep leading to CloudFront through the old name.',
      };

const claim = ({ aliases, target }: Migration): PlannedStep => ({
  phase: 'CLAIMING',
  does: `${target.distributionId} claims ${enumerate(aliases)} in place of the wildcard, in one update.`,
  wayBack: 'DNS, wildcard, then the source again.',
});
