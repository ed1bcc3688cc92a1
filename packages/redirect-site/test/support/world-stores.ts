import type { ItemBatch, Store, StorePort, StoreState } from '../../src';
import { absent, refused, stale, taken } from './refusals';

interface Kept {
  readonly name: string;
  readonly arn: string;
  looksUntilReady: number;
  revision: number;
  readonly items: Map<string, string>;
}

/** Key value stores: minutes until they are ready, and two ETags that have nothing to do with each other. */
export class WorldStores implements StorePort {
  readonly kept = new Map<string, Kept>();
  private made = 0;

  async find(name: string): Promise<Store | undefined> {
    const store = this.kept.get(name);
    if (!store) return undefined;
    const status = store.looksUntilReady-- > 0 ? 'PROVISIONING' : 'READY';
    return { name, arn: store.arn, id: name, status, etag: `C-${store.arn}` };
  }

  async create(name: string): Promise<Store> {
    if (this.kept.has(name)) throw taken(`store ${name}`);
    const arn = `arn:aws:cloudfront::123456789012:key-value-store/${++this.made}`;
    this.kept.set(name, { name, arn, looksUntilReady: 1, revision: 1, items: new Map() });
    return { name, arn, id: name, status: 'PROVISIONING', etag: `C-${arn}` };
  }

  async remove(name: string, etag: string): Promise<void> {
    const store = this.kept.get(name);
    if (!store) throw absent(`store ${name}`);
    if (etag !== `C-${store.arn}`) throw stale(name);
    this.kept.delete(name);
  }

  async describe(arn: string): Promise<StoreState> {
    const { items } = this.at(arn);
    return { etag: this.etagOf(arn), itemCount: items.size, totalBytes: 0 };
  }

  async items(arn: string): Promise<ReadonlyMap<string, string>> {
    return new Map(this.at(arn).items);
  }

  async update(arn: string, { puts, deletes }: ItemBatch, etag: string): Promise<string> {
    const store = this.at(arn);
    if (store.looksUntilReady > 0) throw refused('the store is not ready');
    if (puts.size + deletes.length > 50 || puts.size + deletes.length === 0) throw refused('1 to 50 keys');
    if (etag !== this.etagOf(arn)) throw stale(arn);
    for (const [key, value] of puts) {
      if (Buffer.byteLength(key) > 512 || Buffer.byteLength(value) > 1024)
        throw refused(`${key} is too long`);
      store.items.set(key, value);
    }
    for (const key of deletes) store.items.delete(key);
    store.revision += 1;
    return this.etagOf(arn);
  }

  itemsOf(arn: string): ReadonlyMap<string, string> {
    return this.at(arn).items;
  }

  private etagOf(arn: string): string {
    return `D-${arn}-${this.at(arn).revision}`;
  }

  private at(arn: string): Kept {
    const store = [...this.kept.values()].find((each) => each.arn === arn);
    if (!store) throw absent(`store ${arn}`);
    return store;
  }
}
