/**
 * The author's form: what a person writes in a rule file, key for key. schema/redirect-rules.schema.json says the same
 * to editors, with descriptions and patterns; a test holds the two together.
 */
export interface AuthorFile extends Commented {
  /** For editors, in files that are JSON; YAML says it in a comment. */
  readonly $schema?: string;
  /** Default: `redirects`. */
  readonly Name?: string;
  readonly Defaults?: AuthorDefaults;
  readonly Policy?: AuthorPolicy;
  readonly Sites: readonly AuthorSite[];
  readonly Tests?: readonly AuthorTest[];
}

/** Hosts that answer alike. */
export interface AuthorSite extends Commented {
  /** Default: the first host. */
  readonly Id?: string;
  /** Names, or `*.example.com` for all below. */
  readonly Hosts: readonly string[];
  /** Stand before those of the file. */
  readonly Defaults?: AuthorSiteDefaults;
  /** The first that matches answers. */
  readonly Rules?: readonly AuthorRule[];
  /** When no rule does. */
  readonly Unmatched?: AuthorUnmatched;
  readonly Tests?: readonly AuthorTest[];
}

export interface AuthorRule extends AuthorOutcome, Commented {
  /** Default: made of site and match. */
  readonly Id?: string;
  /** A path (see `Path` of the long form), or `*`, which is the default, for any request. */
  readonly Match?: string | AuthorMatch;
  readonly Encoding?: AuthorEncoding;
  /** `2026-05-01`, or `2026-05-01T09:00:00Z`: from then on it answers, and until then. */
  readonly NotBefore?: string;
  readonly Expires?: string;
  readonly Owner?: string;
  readonly Ticket?: string;
  readonly Note?: string;
  /** Findings that were looked at and accepted: name to reason. */
  readonly Silence?: Readonly<Record<string, string>>;
  readonly Tests?: readonly AuthorTest[];
}

/** Every condition must hold. `Path` or `Regex`, not both; neither is any path. */
export interface AuthorMatch {
  /** `/a`, with `/:name/` for one segment and a last `*` for the rest. */
  readonly Path?: string;
  readonly Regex?: string;
  /** What `Regex` looks at: the path (default), or path and query as they were sent. */
  readonly On?: 'Path' | 'Uri';
  /** Parameters, undecoded: equal to a text, or with a regex found in the value. */
  readonly Query?: Readonly<Record<string, string | AuthorTextRegex>>;
  /** Found in the raw query. It minds case unless it begins with `(?i)`. */
  readonly QueryRegex?: string;
  /** Found in path and query as they were sent, beside `Path` or `Regex`; written as `QueryRegex`. */
  readonly UriRegex?: string;
  /** ISO 3166-1 alpha-2. */
  readonly Country?: readonly string[];
  /** Of `Path` and `Regex`. Default: `Case` of the defaults. */
  readonly IgnoreCase?: boolean;
  /** `/a` and `/a/` are one. Default: `TrailingSlash` of the defaults. */
  readonly IgnoreTrailingSlash?: boolean;
}

export interface AuthorTextRegex {
  readonly Regex: string;
}

/** What is answered; absent members come from the defaults. */
export interface AuthorOutcome {
  /** Absolute, with `$1`, `$name`, `:name`, `:splat`, `${query.name}`. */
  readonly To?: string;
  readonly Status?: AuthorStatus;
  readonly Body?: string | AuthorBody;
  readonly Path?: 'Keep' | 'Drop';
  readonly Query?: 'Keep' | 'Drop' | 'Merge';
  /** Added to those of the defaults. */
  readonly Headers?: Readonly<Record<string, string>>;
  /** Taken from those of the defaults. */
  readonly RemoveHeaders?: readonly string[];
  readonly Hsts?: AuthorHsts | false;
  readonly CacheControl?: string | false;
}

/** Exactly one of `To` and a `Status` that is no redirect. */
export interface AuthorUnmatched extends AuthorOutcome {}

export interface AuthorSiteDefaults {
  /** Of rules with a target. Default 301. */
  readonly Status?: AuthorRedirectStatus;
  /** Of rules that match any path, and of unmatched requests; a rule with a path of its own drops it. Default `Drop`. */
  readonly Path?: 'Keep' | 'Drop';
  /** Default `Keep`. */
  readonly Query?: 'Keep' | 'Drop' | 'Merge';
  readonly Headers?: Readonly<Record<string, string>>;
  readonly CacheControl?: string | false;
  readonly Hsts?: AuthorHsts | false;
  /** Default `Sensitive`. */
  readonly Case?: 'Sensitive' | 'Ignore';
  /** Default `Exact`. */
  readonly TrailingSlash?: 'Exact' | 'Ignore';
  /** Default `Raw`. */
  readonly Encoding?: AuthorEncoding;
}

export interface AuthorDefaults extends AuthorSiteDefaults {
  /** Default: 404. */
  readonly Unmatched?: AuthorUnmatched;
}

export type AuthorEncoding = 'Raw' | 'Nginx';
export type AuthorRedirectStatus = 301 | 302 | 303 | 307 | 308;
export type AuthorStatus = AuthorRedirectStatus | 200 | 404 | 410 | 451 | 503;

export interface AuthorBody {
  readonly Text: string;
  /** Default: `text/plain; charset=utf-8`. */
  readonly ContentType?: string;
}

export interface AuthorHsts {
  /** Seconds. */
  readonly MaxAge: number;
  readonly IncludeSubDomains?: boolean;
  readonly Preload?: boolean;
}

export interface AuthorPolicy {
  /** Hosts, `*.example.com` for all below. Default: any. */
  readonly AllowedTargets?: readonly string[];
  /** Percent. Default 0. */
  readonly MinRuleCoverage?: number;
}

export interface AuthorTest extends Commented {
  /** Absolute, or a path on the first host of the site. */
  readonly Url: string;
  readonly Headers?: Readonly<Record<string, string>>;
  /** Short forms: the location, or the status. */
  readonly Expect: string | number | AuthorExpectation;
}

export interface AuthorExpectation {
  readonly Status?: number;
  readonly Location?: string;
  readonly Headers?: Readonly<Record<string, string>>;
}

/** Not a key of the file: `writeRules` prints it as a comment above. */
export interface Commented {
  readonly comment?: string;
}
