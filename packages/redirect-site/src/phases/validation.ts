import { zoneOf } from '../hosts/names';
import type { ValidationRecord } from '../journal';
import type { SiteCertificate } from '../port';
import type { ResourceRecord } from '../record';
import { act, type Outcome, type Scene } from './phase';

const TTL_SECONDS = 300;

/** The record that shows ACM a name is ours. It stays: ACM looks at it again for each renewal. */
export const validationRecord = ({
  name,
  value,
}: Pick<ValidationRecord, 'name' | 'value'>): ResourceRecord => ({
  name,
  type: 'CNAME',
  ttlSeconds: TTL_SECONDS,
  values: [value],
});

/** Validation records that the zones lack, a zone at a time; undefined where they are there. */
export function validate(
  { journal, observed }: Scene,
  { validations }: SiteCertificate,
): Outcome | undefined {
  const missing = validations.flatMap(({ record }): ValidationRecord[] => {
    const zone = record && zoneOf(record.name, journal.zones);
    if (!record || !zone) return [];
    const there = observed.records?.get(zone.id) ?? [];
    const isThere = there.some(
      ({ name, type, values }) =>
        name === plain(record.name) &&
        type === 'CNAME' &&
        values?.some((each) => plain(each) === plain(record.value)),
    );
    return isThere ? [] : [{ zoneId: zone.id, name: plain(record.name), value: record.value }];
  });
  const [first] = missing;
  if (!first) return undefined;
  // The names of one certificate may share a record: `*.example.com` and `example.com` do.
  const part = [
    ...new Map(
      missing.filter(({ zoneId }) => zoneId === first.zoneId).map((each) => [each.name, each]),
    ).values(),
  ];
  const known = journal.validations.filter(({ name }) => !part.some((each) => each.name === name));
  return act(
    {
      kind: 'changeRecords',
      hostedZoneId: first.zoneId,
      batch: {
        comment: `Redirect site ${journal.siteId}: validation by ACM`,
        upserts: part.map(validationRecord),
        deletes: [],
      },
    },
    `Writing ${part.length} validation records.`,
    { note: { validations: [...known, ...part] } },
  );
}

const plain = (name: string): string => name.replace(/\.$/, '').toLowerCase();
