import type { Definition } from './definitions/definition';
import type { Json, JsonObject } from './json';
import { CopyProblem } from './problem';
import { otherKinds, type ReferenceKind, referenceKinds } from './references/kinds';
import type { Reference } from './references/reference';
import type { ReferenceMap } from './references/reference-map';

/** What a template writes in the place of a reference; `drop` where it writes nothing. */
export type Target = 'drop' | { readonly value: Json };

/** Settles references one by one: by the map first, by what can be recreated second; the rest is asked for. */
export class Resolver {
  /** References that nobody settled. */
  readonly unmapped: Reference[] = [];
  /** Recreated ones, in the order in which they were first named. */
  private readonly used = new Map<Definition, string>();

  constructor(
    private readonly map: ReferenceMap,
    private readonly definitions: readonly Definition[],
  ) {}

  /** @throws CopyProblem where the map drops what cannot be left out */
  resolve(reference: Reference): Target {
    const { kind, value } = reference;
    const mapped = this.map.targetOf(kind.name, value);
    if (mapped === 'keep') return { value };
    if (mapped === 'drop') return dropped(kind, value);
    if (mapped !== undefined) return { value: mapped };
    const definition = this.definitions.find((each) => each.kind === kind.name && each.value === value);
    if (definition) return { value: definition.reference(this.logicalIdOf(definition)) };
    this.unmapped.push(reference);
    return { value };
  }

  /** The resources of everything recreated; making one may name another. */
  resources(): JsonObject {
    const resources: Record<string, JsonObject> = {};
    // The map grows while a key group names its public keys; iterating over it sees the new ones.
    for (const [definition, logicalId] of this.used)
      resources[logicalId] = { Type: definition.type, Properties: definition.properties(this.resolveInside) };
    return resources;
  }

  notes(): string[] {
    return [...this.used.keys()].flatMap(({ note }) => (note === undefined ? [] : [note]));
  }

  private readonly resolveInside = (kindName: string, value: string, at: string): Json => {
    const kind = [...otherKinds, ...referenceKinds].find(({ name }) => name === kindName)!;
    const target = this.resolve({ kind, value, paths: [at] });
    return target === 'drop' ? value : target.value;
  };

  private logicalIdOf(definition: Definition): string {
    const known = this.used.get(definition);
    if (known !== undefined) return known;
    const base = logicalIdFrom(definition);
    const taken = new Set(this.used.values());
    let id = base;
    for (let n = 2; taken.has(id); n++) id = `${base}${n}`;
    this.used.set(definition, id);
    return id;
  }
}

function dropped(kind: ReferenceKind, value: string): Target {
  if (kind.drops !== undefined) return 'drop';
  throw new CopyProblem(
    `${kind.name}: ${value} cannot be dropped: what names it does not work without one; map it to another ${kind.title}`,
  );
}

/** `AWS::CloudFront::CachePolicy` named `static-assets` becomes CachePolicyStaticAssets. */
function logicalIdFrom({ type, name }: Definition): string {
  const short = type.slice(type.lastIndexOf(':') + 1).replace('CloudFrontOriginAccessIdentity', '');
  const words = name.split(/[^A-Za-z0-9]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${short}${words.join('')}`;
}
