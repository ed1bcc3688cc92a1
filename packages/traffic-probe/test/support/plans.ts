import type { NamePlan, TrafficPlan } from '../../src';

export const sides = {
  source: { header: 'x-side', value: 'source' },
  target: { header: 'X-Side', value: 'target' },
};

export const namePlan = (name: string): NamePlan => ({ name, path: '/', expect: { status: 200, sides } });

export const planFor = (...names: string[]): TrafficPlan => ({
  names: names.map(namePlan),
  requestsPerSecond: 2,
  requestsPerSecondNearChange: 10,
});
