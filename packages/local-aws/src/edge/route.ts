import { overlaps } from '../world/cloudfront/names';
import type { Edge, ServedConfig } from '../world/world';

/** Aliases of what an edge serves, for one look-up instead of a walk over all distributions per request. */
interface Claims {
  readonly exact: ReadonlyMap<string, ServedConfig>;
  /** The longest first. */
  readonly wildcards: readonly (readonly [alias: string, served: ServedConfig])[];
}

/**
 * Who has claimed a name in this edge's own view: the exact alias, else the longest wildcard over it, else the
 * distribution whose own `d….cloudfront.net` it is. The Host decides, not the address and not the SNI (CloudFront
 * Developer Guide, "How CloudFront identifies the distribution"). A disabled distribution still claims its names.
 */
export function claimantOf(edge: Edge, host: string): ServedConfig | undefined {
  const { exact, wildcards } = claimsOf(edge);
  return exact.get(host) ?? wildcards.find(([alias]) => overlaps(alias, host))?.[1];
}

/** The distribution that answers for a host, if its claimant is enabled; undefined is a 403 for the viewer. */
export function routeTo(edge: Edge, host: string): ServedConfig | undefined {
  const claimant = claimantOf(edge, host);
  return claimant?.config.Enabled ? claimant : undefined;
}

const known = new WeakMap<Edge, { readonly of: readonly ServedConfig[]; readonly claims: Claims }>();

/** A view is replaced entry by entry, so the same objects in the same order mean the same claims. */
function claimsOf(edge: Edge): Claims {
  const before = known.get(edge);
  if (before && isSame(before.of, edge.serving)) return before.claims;
  const of = [...edge.serving.values()];
  const claims = collectClaims(of);
  known.set(edge, { of, claims });
  return claims;
}

function isSame(before: readonly ServedConfig[], serving: ReadonlyMap<string, ServedConfig>): boolean {
  if (before.length !== serving.size) return false;
  let i = 0;
  for (const served of serving.values()) if (served !== before[i++]) return false;
  return true;
}

function collectClaims(view: readonly ServedConfig[]): Claims {
  const exact = new Map<string, ServedConfig>();
  const wildcards: [string, ServedConfig][] = [];
  // A staging distribution has no traffic of its own: the primary hands it a share.
  for (const served of view.filter(({ config }) => !config.Staging)) {
    exact.set(served.domainName, served);
    for (const alias of served.config.Aliases?.Items ?? []) {
      if (alias.startsWith('*.')) wildcards.push([alias, served]);
      else exact.set(alias, served);
    }
  }
  wildcards.sort(([one], [other]) => other.length - one.length);
  return { exact, wildcards };
}
