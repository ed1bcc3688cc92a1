import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import { type Answer, answer, type World } from '@cutover/local-aws';
import type { Case } from './worlds';

/** What people and pipelines who know nothing of the move do to the same distributions and zones meanwhile. */
export interface Other {
  /** A sentence's end: "the target's own stack takes every name off it". */
  readonly does: string;
  act(world: World, scenario: Case): void;
}

const REGION = 'us-east-1';

/** UpdateDistribution as an administrator of its account would do it: on what is there now. */
function edit(world: World, id: string, change: (config: DistributionConfig) => DistributionConfig): Answer {
  const distribution = world.distributions.get(id);
  if (!distribution) throw new Error(`There is no distribution ${id}.`);
  const { accountId, etag, config } = distribution;
  return answer(world, {
    service: 'cloudfront',
    operation: 'UpdateDistribution',
    input: { Id: id, IfMatch: etag, DistributionConfig: change(structuredClone(config)) },
    caller: { accountId, region: REGION },
    actor: 'somebody else',
    into: 0,
  });
}

const named = (names: readonly string[]): DistributionConfig['Aliases'] => ({
  Quantity: names.length,
  ...(names.length > 0 && { Items: [...names] }),
});

export const others: readonly Other[] = [
  {
    does: "the target's own stack takes every name off it",
    act: (world, { migration }) =>
      void edit(world, migration.target.distributionId, (config) => ({ ...config, Aliases: named([]) })),
  },
  {
    does: "the source's own stack puts the names on it again",
    act: (world, { migration }) =>
      void edit(world, migration.source.distributionId, (config) => ({
        ...config,
        Aliases: named(migration.aliases),
      })),
  },
  {
    does: 'somebody edits the comments of both distributions',
    act: (world, { migration }) => {
      for (const { distributionId } of [migration.source, migration.target])
        edit(world, distributionId, (config) => ({ ...config, Comment: 'edited' }));
    },
  },
  {
    does: 'somebody deletes the hosted zone',
    act: (world, { migration }) => void world.hostedZones.delete(migration.dns?.hostedZoneId ?? ''),
  },
];
