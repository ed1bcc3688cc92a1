import type { World } from './world';

/** What is left of the world when a run has ended, without what only tells how it came there. */
export function summaryOf(world: World): unknown {
  const stores = [...world.stores.kept.values()];
  return {
    stores: stores.map(({ name, items }) => ({
      name,
      keys: [...items.keys()].sort(),
      doubled: [...items.values()].filter((value) => value.includes('\f')).length,
    })),
    functions: [...world.functions.kept.values()].map(({ name, development, live }) => ({
      name,
      isTested: development.code === live?.code,
    })),
    distributions: [...world.distributions.kept.values()].map(
      ({ arn, aliases, enabled, functionArn, certificateArn, callerReference, settings }) => ({
        callerReference,
        aliases: [...aliases].sort(),
        enabled,
        functionArn,
        settings,
        tags: world.tags.kept.get(arn),
        names: [...(world.certificates.kept.get(certificateArn ?? '')?.names ?? [])].sort(),
      }),
    ),
    certificates: [...world.certificates.kept.values()].map(({ arn, names }) => [
      ...[...names].sort(),
      world.tags.kept.get(arn),
    ]),
    records: [...world.dns.zones.values()].map(({ records }) =>
      records.map(({ name, type }) => `${name} ${type}`).sort(),
    ),
    parameters: world.parameters.values.size > 0,
  };
}
