import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '@cutover/ground';
import type { SitePorts } from '../../src';
import { type FaultKind, under } from './fault';
import { WorldCertificates } from './world-certificates';
import { WorldDistributions } from './world-distributions';
import { WorldDns } from './world-dns';
import { WorldFunctions } from './world-functions';
import { movesOf } from './world-moves';
import { WorldParameters } from './world-parameters';
import { WorldStores } from './world-stores';
import { WorldTags } from './world-tags';

/** The world in memory: what a redirect site needs of AWS, with every call counted and any of them at fault. */
export class World {
  now: Instant = Date.UTC(2026, 5, 1);
  readonly objects = new Map<string, Uint8Array>();
  readonly stores = new WorldStores();
  readonly functions = new WorldFunctions(this.stores);
  readonly dns = new WorldDns();
  readonly tags = new WorldTags();
  readonly certificates = new WorldCertificates(this.dns, this.tags, () => this.now);
  readonly distributions = new WorldDistributions(this.functions, this.certificates, this.tags);
  readonly parameters = new WorldParameters();
  /** Every call, `stores.update`. */
  readonly calls: string[] = [];
  /** By the number of the call, from 0. */
  faults = new Map<number, FaultKind>();
  /** The newest answer to each call. */
  private readonly answers = new Map<string, { readonly answer: unknown }>();
  /** Calls whose answer was another one than before. */
  readonly changed: number[] = [];
  /** Called after each call: where judges stand. */
  watch: (call: string) => void = () => {};

  readonly ports: SitePorts = {
    rules: this.counted('rules', {
      read: async ({ bucket, key }) => this.objects.get(`${bucket}/${key}`),
    } as SitePorts['rules']),
    stores: this.counted('stores', this.stores),
    functions: this.counted('functions', this.functions),
    distributions: this.counted('distributions', this.distributions),
    certificates: this.counted('certificates', this.certificates),
    tags: this.counted('tags', this.tags),
    dns: this.counted('dns', this.dns),
    parameters: this.counted('parameters', this.parameters),
    moves: (migration) => {
      const { cloudFront, certificates, dns, viewer } = this.migrations(migration);
      return {
        cloudFront: {
          source: this.counted('source', cloudFront.source),
          target: this.counted('target', cloudFront.target),
        },
        certificates: this.counted('migration.certificates', certificates),
        dns: this.counted('migration.dns', dns),
        viewer: this.counted('viewer', viewer),
      };
    },
  };

  private readonly migrations = movesOf(this);

  private counted<P extends object>(port: string, target: P): P {
    return new Proxy(target, {
      get: (object, name) => {
        const method = Reflect.get(object, name);
        if (typeof method !== 'function') return method;
        return async (...args: unknown[]) => {
          const call = `${port}.${String(name)}`;
          const at = this.calls.push(call) - 1;
          const kind = this.faults.get(at);
          const key = `${call} ${JSON.stringify(args)}`;
          try {
            const answer = structuredClone(await under(kind, () => method.apply(object, args)));
            const before = this.answers.get(key);
            this.answers.set(key, { answer });
            if (before && !isDeepStrictEqual(before.answer, answer)) this.changed.push(at);
            return kind === 'stale' && before ? before.answer : answer;
          } finally {
            this.watch(call);
          }
        };
      },
    });
  }

  /** Another world that is the same at this moment, without its faults, calls and judges. */
  copy(): World {
    const copy = new World();
    copy.now = this.now;
    for (const part of PARTS) {
      const state = Object.entries(this[part]).filter(([, value]) => isState(value));
      for (const [name, value] of state) Reflect.set(copy[part], name, structuredClone(value));
    }
    for (const [name, bytes] of this.objects) copy.objects.set(name, bytes);
    return copy;
  }

  /** A copy that has counted the same calls and knows their answers: what befalls it next befalls this one. */
  branch(): World {
    const branch = this.copy();
    branch.calls.push(...this.calls);
    branch.changed.push(...this.changed);
    for (const [key, answer] of this.answers) branch.answers.set(key, answer);
    return branch;
  }

  count(call: string): number {
    return this.calls.filter((each) => each === call).length;
  }
}

const PARTS = ['stores', 'functions', 'dns', 'certificates', 'distributions', 'tags', 'parameters'] as const;
/** By name: Jest's structuredClone gives maps of another realm. */
const isState = (value: unknown): boolean =>
  ['Map', 'Set', 'Number'].includes(Object(value).constructor.name);

export const digestOf = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex');
