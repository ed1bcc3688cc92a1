import type { RecordBatch, ResourceRecord, SiteDnsPort } from '../../src';
import { absent, refused, unreachable } from './refusals';

/** Hosted zones, and records that people make elsewhere. */
export class WorldDns implements SiteDnsPort {
  readonly zones = new Map<string, { readonly name: string; records: readonly ResourceRecord[] }>();
  /** CNAMEs outside of the zones, by name. */
  readonly elsewhere = new Map<string, string>();
  /** CAA, by name; `silent`: its name servers do not answer. */
  readonly issuers = new Map<string, readonly string[] | 'silent'>();
  private readonly changes = new Map<string, number>();

  async findZone(id: string): Promise<string | undefined> {
    return this.zones.get(id)?.name;
  }

  async findRecords(id: string, names: readonly string[]): Promise<ResourceRecord[]> {
    return this.at(id).records.filter(({ name }) => names.includes(name));
  }

  async change(id: string, { upserts, deletes }: RecordBatch): Promise<string> {
    const zone = this.at(id);
    const gone = (record: ResourceRecord) =>
      deletes.some(({ name, type }) => name === record.name && type === record.type);
    for (const { name, type } of deletes)
      if (!zone.records.some((each) => each.name === name && each.type === type))
        throw refused(`InvalidChangeBatch: ${name} ${type} was not found`);
    const left = zone.records.filter((record) => !gone(record));
    const others = left.filter(
      (record) => !upserts.some(({ name, type }) => name === record.name && type === record.type),
    );
    const after = [...others, ...upserts];
    for (const { name, type } of after)
      if (type === 'CNAME' && after.some((each) => each.name === name && each.type !== 'CNAME'))
        throw refused(`InvalidChangeBatch: ${name} has a CNAME and others`);
    zone.records = after;
    const changeId = `CHANGE-${this.changes.size}`;
    this.changes.set(changeId, 1);
    return changeId;
  }

  async isPublished(changeId: string): Promise<boolean> {
    const looks = this.changes.get(changeId) ?? 0;
    this.changes.set(changeId, looks - 1);
    return looks <= 0;
  }

  async findIssuers(name: string): Promise<readonly string[]> {
    const issuers = this.issuers.get(name) ?? [];
    if (issuers === 'silent') throw unreachable(name);
    return issuers;
  }

  recordsAt(name: string): ResourceRecord[] {
    return [...this.zones.values()].flatMap(({ records }) => records.filter((each) => each.name === name));
  }

  resolves(name: string, value: string): boolean {
    const inZones = [...this.zones.values()].some(({ records }) =>
      records.some((record) => record.name === name && record.values?.includes(value)),
    );
    return inZones || this.elsewhere.get(name) === value;
  }

  private at(id: string) {
    const zone = this.zones.get(id);
    if (!zone) throw absent(`zone ${id}`);
    return zone;
  }
}
