/** Code that the lint must refuse, and what the strict judge says of it. */
export interface Refused {
  readonly sentence: string;
  readonly code: string;
  readonly rule: string;
  readonly judge: Judge;
}

/**
 * njs: it refuses the code, or fails where the code is reached. `javascript`: njs runs it, and answers otherwise than
 * JavaScript, which would answer this. `cloudfront`: njs 0.7.9 runs it, and CloudFront must not get it because of this.
 */
export type Judge = 'njs' | { readonly javascript: unknown } | { readonly cloudfront: string };

export const notListed = 'the developer guide does not list it';

export const inside = (body: string): string => `function handler(event) {\n  ${body}\n}`;

const later = 'async function later(value) { return value; }\n';
export const awaiting = (body: string): string => `${later}async function handler(event) {\n  ${body}\n}`;

type Refuses = (sentence: string, code: string, judge?: Judge) => Refused;

/** A table of what one rule refuses; where nothing else is said, njs refuses it too. */
export const refusedBy = (rule: string, table: (refuses: Refuses) => Refused[]): Refused[] =>
  table((sentence, code, judge = 'njs') => ({ sentence, code, rule, judge }));
