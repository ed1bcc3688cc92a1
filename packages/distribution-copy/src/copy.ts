import type { Definition } from './definitions/definition';
import { isObject, type JsonObject } from './json';
import { notesOn, whyNotCopied } from './notes';
import { CopyProblem } from './problem';
import { type Reference, referencesIn } from './references/reference';
import type { ReferenceMap } from './references/reference-map';
import { rewrite, withoutLast } from './references/rewrite';
import { Resolver } from './resolver';
import { distributionConfig } from './template/distribution';
import { originHeadersIn } from './template/secrets';
import { templateOf } from './template/template';

/** What is copied, and what a person gave for it. */
export interface CopyRequest {
  /** `aws cloudfront get-distribution-config`, whole. */
  readonly document: JsonObject;
  readonly map: ReferenceMap;
  readonly definitions: readonly Definition[];
}

/** A template for the other account, or what has to be mapped first. */
export type Copy =
  | { readonly kind: 'unmapped'; readonly references: readonly Reference[] }
  | { readonly kind: 'template'; readonly template: JsonObject; readonly notes: readonly string[] };

/**
 * Step one of a move across accounts: the same distribution again, without its names, in a template for the other
 * account. Nothing is guessed: what names something of the source's account is mapped, recreated, or asked for.
 * @throws CopyProblem when the document is no configuration, or has members that a template has no place for
 */
export function copyDistribution({ document, map, definitions }: CopyRequest): Copy {
  const config = configIn(document);
  const why = whyNotCopied(config);
  if (why) throw new CopyProblem(why);
  const resolver = new Resolver(map, definitions);
  const rewritten = rewriteReferences(config, resolver);
  const headers = originHeadersIn(config).filter(
    ({ originId, headerName }) => map.targetOf('originHeaders', `${originId}/${headerName}`) !== 'keep',
  );
  const resources = resolver.resources();
  if (resolver.unmapped.length) return { kind: 'unmapped', references: resolver.unmapped };
  const template = templateOf(written(rewritten, headers), resources, headers);
  return { kind: 'template', template, notes: [...resolver.notes(), ...notesOn(config)] };
}

function configIn(document: JsonObject): JsonObject {
  const { DistributionConfig, Distribution } = document;
  if (isObject(DistributionConfig)) return DistributionConfig;
  if (isObject(Distribution) && isObject(Distribution.DistributionConfig))
    return Distribution.DistributionConfig;
  throw new CopyProblem(
    'has no DistributionConfig; give the whole output of aws cloudfront get-distribution-config --id ID --output json',
  );
}

function rewriteReferences(config: JsonObject, resolver: Resolver): JsonObject {
  const values = new Map<string, JsonObject[string]>();
  const removed = new Set<string>();
  for (const reference of referencesIn(config)) {
    const target = resolver.resolve(reference);
    for (const path of reference.paths)
      if (target === 'drop') removed.add(withoutLast(path, (reference.kind.drops ?? 1) - 1));
      else values.set(path, target.value);
  }
  return rewrite(config, { values, removed });
}

function written(config: JsonObject, headers: ReturnType<typeof originHeadersIn>): JsonObject {
  const values = new Map(headers.map(({ path, parameter }) => [path, { Ref: parameter }] as const));
  const unknown: string[] = [];
  const properties = distributionConfig(rewrite(config, { values, removed: new Set() }), '', unknown);
  if (unknown.length)
    throw new CopyProblem(
      `has members that this version knows no place for in a template: ${unknown.join(', ')}; take them out of the file, and set them on the copy by hand if you need them`,
    );
  return (properties ?? {}) as JsonObject;
}
