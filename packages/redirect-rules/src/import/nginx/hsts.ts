import type { AuthorHsts } from '../../read/author';
import type { AddedHeader } from './server';

/** Headers as a rule says them: HSTS and Cache-Control have places of their own. */
export interface HeaderSet {
  readonly hsts: AuthorHsts | false;
  readonly cacheControl: string | false;
  /** By lower-case name, with the name as it was written. */
  readonly others: ReadonlyMap<string, { readonly name: string; readonly value: string }>;
}

export function headerSet(headers: readonly AddedHeader[]): HeaderSet {
  let hsts: AuthorHsts | false = false;
  let cacheControl: string | false = false;
  const others = new Map<string, { name: string; value: string }>();
  for (const { name, value } of headers) {
    const key = name.toLowerCase();
    if (key === 'strict-transport-security') hsts = parseHsts(value) ?? false;
    else if (key === 'cache-control') cacheControl = value;
    else others.set(key, { name, value });
  }
  return { hsts, cacheControl, others };
}

/** Undefined where it is no `Strict-Transport-Security` that a browser would take. */
export function parseHsts(value: string): AuthorHsts | undefined {
  const directives = value.split(';').map((directive) => directive.trim());
  const has = (name: string) => directives.some((directive) => directive.toLowerCase() === name);
  const maxAge = directives.map((directive) => /^max-age="?(\d+)"?$/i.exec(directive)?.[1]).find(Boolean);
  if (maxAge === undefined) return undefined;
  return {
    MaxAge: Number(maxAge),
    ...(has('includesubdomains') ? { IncludeSubDomains: true } : {}),
    ...(has('preload') ? { Preload: true } : {}),
  };
}
