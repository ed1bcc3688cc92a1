import type { Migration } from './migration';
import type { RecordSet } from './port';

/** The record sets that lead these names to the bypass endpoint. */
export const bypassRecords = ({ bypass }: Pick<Migration, 'bypass'>, names: readonly string[]): RecordSet[] =>
  names.flatMap((name) =>
    (bypass?.records ?? [])
      .filter((record) => record.name === undefined || record.name === name)
      .map((record) => ({ ...record, name })),
  );

/** Where a viewer who follows the record ends: an address, or a name. */
export const endsOf = ({ values, aliasTarget }: RecordSet): readonly string[] =>
  aliasTarget ? [aliasTarget.dnsName] : (values ?? []);
