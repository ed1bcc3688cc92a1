import type { Lines } from '../report';

/** A server of nginx, as far as redirects go, whether it was read from its configuration or from refractr's YAML. */
export interface Server extends Lines {
  readonly comment?: string;
  /** As `server_name` lists them, in lower case. */
  readonly names: readonly string[];
  readonly listens: readonly string[];
  readonly headers: readonly AddedHeader[];
  /** The rewrite phase of the server, which runs before any location is looked up. */
  readonly steps: readonly Step[];
  readonly locations: readonly Location[];
}

export interface Location extends Lines {
  readonly comment?: string;
  readonly modifier: '' | '=' | '^~' | '~' | '~*';
  readonly path: string;
  /** Its own, which put aside all of the server; absent: those of the server. */
  readonly headers?: readonly AddedHeader[];
  readonly steps: readonly Step[];
}

export type Step = IfStep | ReturnStep | RewriteStep;

export interface IfStep extends Lines {
  readonly kind: 'if';
  readonly comment?: string;
  readonly test: Test;
  readonly headers?: readonly AddedHeader[];
  readonly steps: readonly Step[];
}

/** What stands in the parentheses of an `if`. */
export interface Test {
  readonly variable: string;
  /** Absent: neither empty nor `0`. */
  readonly operator?: '=' | '!=' | '~' | '~*' | '!~' | '!~*';
  readonly value: string;
}

export interface ReturnStep extends Lines {
  readonly kind: 'return';
  readonly comment?: string;
  readonly status: number;
  /** Where to, or a body. */
  readonly text?: string;
}

/** A rewrite that redirects; others go on inside of nginx and are refused. */
export interface RewriteStep extends Lines {
  readonly kind: 'rewrite';
  readonly comment?: string;
  readonly regex: string;
  readonly status: 301 | 302 | 303 | 307 | 308;
  /** Without the last question mark, which drops the query. */
  readonly target: string;
  readonly keepsQuery: boolean;
}

export interface AddedHeader extends Lines {
  readonly name: string;
  readonly value: string;
  /** Sent with any status; otherwise only with redirects and some successes. */
  readonly always: boolean;
}

/** `map $source $name { ... }` of the http block. */
export interface VariableMap extends Lines {
  readonly source: string;
  readonly entries: readonly MapEntry[];
  readonly otherwise: string;
}

export interface MapEntry extends Lines {
  readonly comment?: string;
  readonly key:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'regex'; readonly pcre: string; readonly ignoreCase: boolean };
  readonly value: string;
}
