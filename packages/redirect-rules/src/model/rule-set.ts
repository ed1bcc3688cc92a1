/**
 * Rules as everything after the reader sees them: defaults are resolved into every rule, shorthand is written out, and
 * every rule has an id. Plain data; equal rule files give equal rule sets.
 */
export interface RuleSet {
  readonly name: string;
  readonly sites: readonly Site[];
  readonly policy: Policy;
  /** Tests of the whole set; those of sites and rules stand there. */
  readonly tests: readonly DeclaredTest[];
}

/** Hosts that answer alike. A host belongs to one site only. */
export interface Site {
  readonly id: string;
  /** Lower case; `*.example.com` stands for every name below, at any depth, and not for example.com itself. */
  readonly hosts: readonly string[];
  /** The first that matches answers. */
  readonly rules: readonly Rule[];
  /** What answers when no rule does. */
  readonly unmatched: Outcome;
  readonly tests: readonly DeclaredTest[];
  readonly at: Place;
}

export interface Rule {
  /** Unique in the set, and the same after an edit elsewhere. */
  readonly id: string;
  readonly match: Match;
  readonly outcome: Outcome;
  /** Milliseconds since the epoch: from then on it answers, and until then. */
  readonly notBefore?: number;
  readonly expires?: number;
  readonly owner?: string;
  readonly ticket?: string;
  readonly note?: string;
  /** Findings that were looked at and accepted: name to reason. */
  readonly silence: Readonly<Record<string, string>>;
  readonly tests: readonly DeclaredTest[];
  readonly at: Place;
}

/** Every condition must hold. */
export interface Match {
  readonly path: PathMatch;
  /** Parameters of the query, undecoded, by name: a text must be equal, a regex must be found in the value. */
  readonly query?: Readonly<Record<string, TextMatch>>;
  /** Found in the raw query, without its question mark. */
  readonly queryRegex?: Regex;
  /**
   * Found in path and query as they were sent, beside what `path` asks: nginx's `if ($request_uri ~ ...)` around a
   * rewrite, which looks at the decoded path. Its named groups are captures, its numbered ones are not.
   */
  readonly uriRegex?: Regex;
  /** ISO 3166-1 alpha-2, as CloudFront tells the viewer's country. */
  readonly country?: readonly string[];
  readonly ignoreCase: boolean;
  /** `/a` and `/a/` are one. */
  readonly ignoreTrailingSlash: boolean;
  /** See `Encoding`; for what is matched and for what captures carry into the target. */
  readonly encoding: Encoding;
}

export type PathMatch =
  /** Any path. */
  | { readonly kind: 'any' }
  /** Exactly this path. */
  | { readonly kind: 'exact'; readonly path: string }
  /**
   * Segments with `:name` for one whole segment, and a last `*` for all that is left, which may be nothing. Captures are
   * called as the placeholders, and `splat`.
   */
  | { readonly kind: 'pattern'; readonly pattern: string }
  /** Found in the path, or in path and query as they were sent. Numbered and named groups are captures. */
  | { readonly kind: 'regex'; readonly regex: Regex; readonly on: 'path' | 'uri' };

export interface Regex {
  readonly source: string;
  readonly ignoreCase: boolean;
}

export type TextMatch =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'regex'; readonly regex: Regex };

/**
 * `raw`: the path is matched and carried on as it was sent. `nginx`: as nginx does it. It matches the decoded path with
 * slashes merged and dots resolved, and a capture comes out as its rewrite writes it.
 */
export type Encoding = 'raw' | 'nginx';

/** What is answered. */
export interface Outcome {
  readonly status: RedirectStatus | EndStatus;
  /** Absent where the status is no redirect. */
  readonly target?: Target;
  readonly body?: Body;
  /** Names in lower case. Without HSTS and Cache-Control, which have places of their own. */
  readonly headers: Readonly<Record<string, string>>;
  readonly hsts?: Hsts;
  readonly cacheControl?: string;
}

export type RedirectStatus = 301 | 302 | 303 | 307 | 308;
/** 200 serves a small body of its own, such as a file for a verifier. */
export type EndStatus = 200 | 404 | 410 | 451 | 503;

export interface Target {
  /** Absolute, with `$1`, `$name`, `:name`, `:splat` or `${query.name}` for captures; `$$` is a dollar sign. */
  readonly url: string;
  /** `keep`: the request's path, as it was sent, stands behind the target's, whose last slash goes. */
  readonly path: 'keep' | 'drop';
  /**
   * `keep`: the request's query is added as it was sent, behind the target's own. `merge`: of the request's parameters
   * those that the target does not have are added. `drop`: nothing is added.
   */
  readonly query: 'keep' | 'drop' | 'merge';
}

export interface Body {
  readonly text: string;
  readonly contentType: string;
}

export interface Hsts {
  readonly maxAgeSeconds: number;
  readonly includeSubDomains: boolean;
  readonly preload: boolean;
}

/** A request and what must come of it. */
export interface DeclaredTest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expect: {
    readonly status?: number;
    /** As the header says it, byte for byte. */
    readonly location?: string;
    readonly headers: Readonly<Record<string, string>>;
  };
  readonly at: Place;
}

/** What the owner of the set asks of it. */
export interface Policy {
  /** Host names, `*.example.com` for all below; absent: any. */
  readonly allowedTargets?: readonly string[];
  /** Share of rules that a declared test must reach, in percent. */
  readonly minRuleCoverage: number;
}

/** Where it was written, for messages; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
