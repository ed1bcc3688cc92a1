import { secondsToMs } from '@cutover/ground';
import type { FaultKind } from './kind';

const reads = new Set(['GetDistribution', 'GetDistributionConfig']);

export const stale: FaultKind = {
  kind: 'stale',
  sentence:
    'A read of a distribution answers configuration and ETag from before the last write, if that is younger than `seconds`.',
  settings: { seconds: 30 },
  canStrike: (service, operation) => service === 'cloudfront' && reads.has(operation),
  sees: ({ world, request, settings }) => {
    const { Id } = request.input as { Id?: string };
    const distribution = world.distributions.get(Id ?? '');
    const ageMs = world.now - (distribution?.lastModifiedAt ?? 0);
    if (!distribution?.previous || ageMs >= secondsToMs(Number(settings.seconds))) return world;
    const former = { ...distribution, ...distribution.previous };
    return { ...world, distributions: new Map(world.distributions).set(distribution.id, former) };
  },
};
