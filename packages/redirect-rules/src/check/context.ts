import { compile } from '../compile/compile';
import { SiteProblem } from '../compile/problem';
import type { CompileStats } from '../compile/stats';
import { type Coverage, coverageBy } from '../coverage/coverage';
import { prepare } from '../evaluate/evaluate';
import { findByHost } from '../evaluate/host';
import { requestsReaching, unmatchedRequests } from '../generate/generate';
import type { Answer, Request } from '../model/exchange';
import type { Outcome, Rule, RuleSet, Site } from '../model/rule-set';
import type { FindingName, Severity } from './finding';
import { follow, type Trail } from './trail';

/** What answers: a rule, or its site where no rule does. */
export interface Subject {
  readonly site: Site;
  /** Absent: what is unmatched. */
  readonly rule?: Rule;
  readonly outcome: Outcome;
}

/** A finding before it is addressed; without a subject it is about a site, or the whole set. */
export interface Draft {
  readonly subject?: Subject;
  readonly site?: Site;
  readonly says: string;
  readonly example?: Request;
}

/** An example and the redirects that follow. */
export interface Journey {
  readonly subject: Subject;
  readonly request: Request;
  readonly trail: Trail;
}

/** One kind of finding. */
export interface Check {
  readonly name: FindingName;
  readonly severity: Severity;
  look(context: Context): Iterable<Draft>;
}

/** The set, and what several checks ask about it, found once. */
export class Context {
  readonly answer: (request: Request) => Answer;
  readonly subjects: readonly Subject[];
  private readonly sites: ReadonlyMap<string, Site>;
  private stats: CompileStats | SiteProblem | undefined;
  private covered: Coverage | undefined;
  private travelled: readonly Journey[] | undefined;
  private readonly examples = new Map<Rule | Site, readonly Request[]>();

  constructor(
    readonly rules: RuleSet,
    readonly now: number,
  ) {
    this.answer = prepare(rules);
    this.sites = new Map(
      rules.sites.flatMap((site) => site.hosts.map((host): [string, Site] => [host, site])),
    );
    this.subjects = rules.sites.flatMap((site): Subject[] => [
      ...site.rules.map((rule) => ({ site, rule, outcome: rule.outcome })),
      { site, outcome: site.unmatched },
    ]);
  }

  get coverage(): Coverage {
    this.covered ??= coverageBy(
      this.rules,
      this.now,
      this.answer,
      (site, rule) => this.examplesOf({ site, rule, outcome: rule.outcome })[0],
    );
    return this.covered;
  }

  /** What the set takes at the edge, or why it cannot be compiled. */
  get compiled(): CompileStats | SiteProblem {
    this.stats ??= statsOf(this.rules);
    return this.stats;
  }

  /** Requests that reach it, the plainest first. */
  examplesOf({ site, rule }: Subject): readonly Request[] {
    const key = rule ?? site;
    const known = this.examples.get(key);
    if (known !== undefined) return known;
    const found =
      rule === undefined
        ? unmatchedRequests(this.answer, site, this.now)
        : requestsReaching(this.answer, site, rule, this.now, rule.match.path.kind === 'exact' ? 1 : 6);
    this.examples.set(key, found);
    return found;
  }

  /** Of the examples of redirects those that come back into the set; most leave it at once. */
  get journeys(): readonly Journey[] {
    this.travelled ??= this.subjects
      .filter(({ outcome }) => outcome.target !== undefined)
      .flatMap((subject) =>
        this.examplesOf(subject)
          .map((request) => ({ subject, request, trail: follow(this.answer, request) }))
          .filter(({ trail }) => trail.end !== 'leaves' || trail.hops.length > 1),
      );
    return this.travelled;
  }

  siteOf(host: string): Site | undefined {
    return findByHost(this.sites, host);
  }

  /** Answers as if the site had this rule alone. */
  alone({ site, rule }: Subject): (request: Request) => Answer {
    return prepare({ ...this.rules, sites: [{ ...site, rules: rule === undefined ? [] : [rule] }] });
  }
}

function statsOf(rules: RuleSet): CompileStats | SiteProblem {
  try {
    return compile(rules).stats;
  } catch (error) {
    if (!(error instanceof SiteProblem)) throw error;
    return error;
  }
}

export const urlOf = ({ host, uri }: Request): string => `https://${host}${uri}`;
