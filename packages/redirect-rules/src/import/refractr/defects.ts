/**
 * What is wrong with the nginx configuration that refractr makes, and what the import does about it. A migration should
 * change no answer unseen: what the rules can say is kept as nginx answered it, with a word in the rules and in the
 * report about how to repair it. Only what no rule set should say is changed.
 */
export interface Defect {
  readonly decision: 'kept' | 'changed';
  readonly why: string;
  /** Printed above the rule. */
  readonly comment?: string;
}

export const defects = {
  doubleQuery: {
    decision: 'kept',
    why: 'refractr writes a rewrite to $request_uri, to which nginx adds the query once more and in which it decodes escapes; `Path: Keep` and `Query: Keep` behind the bare host repair it',
    comment:
      'nginx adds the query twice here. The host alone, with Path: Keep and Query: Keep, adds it once.',
  },
  lostHsts: {
    decision: 'kept',
    why: "nginx puts aside all headers of the server where a location adds one, so refractr's default headers are lost; say them in the rule to repair it",
    comment: 'Without the default headers, as a location of nginx that adds one has none of the others.',
  },
  rootWithQuery: {
    decision: 'changed',
    why: "refractr writes the request's path behind the query of the target; the rule keeps the target's query alone",
  },
  lostRefract: {
    decision: 'changed',
    why: 'left out: refractr keeps the last of two refracts with one first host',
  },
  brokenSplat: {
    decision: 'changed',
    why: 'refractr makes a location of a literal star, which no path matches; the rule matches what was meant',
  },
  brokenLocation: {
    decision: 'changed',
    why: 'refractr names a location by the start of the regex up to its last parenthesis, which no path begins with; the rule matches what was meant',
  },
  brokenRewrite: {
    decision: 'changed',
    why: 'refractr fails on it: a rewrite needs a group, and a status of 301 or 302; the rule does what was meant',
  },
  deadImage: {
    decision: 'changed',
    why: 'left out: the location of hsts-img is behind a return that answers first',
  },
  droppedTests: {
    decision: 'changed',
    why: 'refractr drops tests beside an nginx block; they are kept',
  },
} as const satisfies Record<string, Defect>;
