import type { World } from '@cutover/local-aws';

/** What a person would look at to see whether a move left something behind: a sentence's subject to its value. */
export type Snapshot = ReadonlyMap<string, string>;

/** Below it are the journals of our types, which go on as long as their resource is there. */
const journals = '/cutover/';

/**
 * Aliases, certificates, records and parameters, as they are now.
 * @param withJournals whether a change of them is something left behind: not where the resource stays
 */
export function snapshotOf(world: World, withJournals = true): Snapshot {
  const distributions = [...world.distributions.values()].flatMap(({ id, config }): [string, string][] => [
    [`the aliases of ${id}`, [...(config.Aliases?.Items ?? [])].sort().join(', ')],
    [`the certificate of ${id}`, config.ViewerCertificate?.ACMCertificateArn ?? 'the default one'],
  ]);
  const records = [...world.hostedZones.values()].flatMap(({ id, records }) =>
    records.map(({ Name, Type, ...set }): [string, string] => [
      `the record ${Name} ${Type} of ${id}`,
      JSON.stringify(set),
    ]),
  );
  const parameters = [...world.parameters.values()]
    .filter(({ name }) => withJournals || !name.startsWith(journals))
    .map(({ accountId, name, value }): [string, string] => [`the parameter ${name} of ${accountId}`, value]);
  return new Map([...distributions, ...records, ...parameters]);
}

/** What is not as it was, one sentence each: a stack that was rolled back should leave none. */
export function leftoversSince(before: Snapshot, after: Snapshot, stack: string): string[] {
  const subjects = [...new Set([...before.keys(), ...after.keys()])];
  return subjects
    .filter((subject) => before.get(subject) !== after.get(subject))
    .map(
      (subject) =>
        `stack ${stack} was rolled back, but ${subject} ${changeOf(before.get(subject), after.get(subject))}`,
    );
}

function changeOf(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return 'was left behind';
  if (after === undefined) return 'is gone';
  return `is ${after || 'none'}, and was ${before || 'none'}`;
}
