import { type Declaration, tagsOf } from '../declaration';
import { enumerate } from '../hosts/names';
import type { SiteJournal } from '../journal';
import { taggedArns } from '../phases/tagging';
import type { SiteDistribution, SitePorts, Tags } from '../port';
import { settingsOf } from '../settings';

/** What is not as declared, in words, and the properties as they are. */
export interface SettingsDrift {
  readonly says: readonly string[];
  readonly shown: Pick<Declaration, 'PriceClass' | 'HttpsFirst' | 'Origin' | 'Logs' | 'Tags'>;
}

/** How the site's own distributions answer beside the rules. An existing one keeps what it has, and is not looked at. */
export function changedSettings(
  { slots, declared }: Pick<SiteJournal, 'slots' | 'declared'>,
  distributions: ReadonlyMap<number, SiteDistribution>,
): SettingsDrift {
  const wanted = propertiesOf(settingsOf(declared));
  const says: string[] = [];
  let shown: SettingsDrift['shown'] = {};
  for (const { n, before } of slots) {
    const there = distributions.get(n);
    if (!there || before !== undefined) continue;
    const found = propertiesOf(there.settings);
    for (const name of ['PriceClass', 'HttpsFirst', 'Origin', 'Logs'] as const) {
      const [is, should] = [textOf(found[name]), textOf(wanted[name])];
      if (is === should) continue;
      says.push(`${name} of the distribution ${there.id} is ${is}, not ${should}.`);
      shown = { ...shown, [name]: found[name] };
    }
  }
  return { says, shown };
}

/** Settings of a distribution as the resource declares them. */
const propertiesOf = ({ priceClass, httpsFirst, origin, logs }: SiteDistribution['settings']) => ({
  PriceClass: priceClass,
  HttpsFirst: httpsFirst,
  Origin: origin === undefined ? undefined : { DomainName: origin },
  Logs: logs && { Bucket: logs.bucket, Prefix: logs.prefix },
});

const textOf = (value: unknown): string => {
  if (value === undefined) return 'none that a site declares';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** Declared tags that are gone, or have another value. Others on the same resource are somebody else's, and stay. */
export async function changedTags(
  { tags: port }: SitePorts,
  journal: SiteJournal,
  distributions: ReadonlyMap<number, SiteDistribution>,
): Promise<SettingsDrift> {
  const wanted = tagsOf(journal.declared);
  const says: string[] = [];
  const actual = new Map<string, string | undefined>(Object.entries(wanted));
  for (const arn of Object.keys(wanted).length > 0 ? taggedArns(journal, distributions) : []) {
    const there: Tags = (await port.find(arn)) ?? {};
    const other = Object.keys(wanted).filter((key) => there[key] !== wanted[key]);
    if (other.length > 0)
      says.push(`${arn} does not have the tags ${enumerate(other)} as they are declared.`);
    for (const key of other) actual.set(key, there[key]);
  }
  if (says.length === 0) return { says, shown: {} };
  const Tags = [...actual].flatMap(([Key, Value]) => (Value === undefined ? [] : [{ Key, Value }]));
  return { says, shown: { Tags } };
}
