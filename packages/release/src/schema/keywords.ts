import { type Change, isSame, type Json, type Severity } from './change';

/** How the change of one keyword is judged: what was there before, what is there now; undefined where it is absent. */
type Judge = (before: unknown, now: unknown) => Severity;

/** A larger value allows more: what was valid stays so. */
const upper: Judge = (before, now) => {
  if (now === undefined) return 'minor';
  return before !== undefined && Number(now) > Number(before) ? 'minor' : 'major';
};
const lower: Judge = (before, now) => {
  if (now === undefined) return 'minor';
  return before !== undefined && Number(now) < Number(before) ? 'minor' : 'major';
};

const choices: Judge = (before, now) => {
  if (now === undefined) return 'minor';
  if (!Array.isArray(before) || !Array.isArray(now)) return 'major';
  const left = before.filter((value) => !now.includes(value));
  return left.length > 0 ? 'major' : now.length > before.length ? 'minor' : 'patch';
};

/** Whether two patterns take the same texts cannot be told: only a pattern that is gone is known to take more. */
const restriction: Judge = (_before, now) => (now === undefined ? 'minor' : 'major');

const flag: Judge = (_before, now) => (now === true ? 'major' : 'minor');
const prose: Judge = () => 'patch';
const preset: Judge = () => 'minor';
const order: Judge = () => 'patch';

const judges: Readonly<Record<string, Judge>> = {
  description: prose,
  title: prose,
  examples: prose,
  $comment: prose,
  insertionOrder: order,
  default: preset,
  enum: choices,
  pattern: restriction,
  format: restriction,
  const: restriction,
  uniqueItems: flag,
  maxLength: upper,
  maxItems: upper,
  maximum: upper,
  maxProperties: upper,
  minLength: lower,
  minItems: lower,
  minimum: lower,
  minProperties: lower,
  /** The meta-schema wants false everywhere; what it was before was looser. */
  additionalProperties: (_before, now) => (now === false ? 'major' : 'minor'),
};

/** Keywords that say what is inside; compare.ts walks into them. */
export const nested = ['properties', 'items', 'required', 'definitions'];

/** Every keyword of one place that has changed. One without a judge counts as breaking: who knows what it means? */
export function keywordChanges(at: string, before: Json, now: Json): Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return names
    .filter((name) => !nested.includes(name) && !isSame(before[name], now[name]))
    .map((name) => ({
      severity: judges[name]?.(before[name], now[name]) ?? 'major',
      at,
      says: `${name}: ${shown(before[name])} is ${shown(now[name])} now`,
    }));
}

const shown = (value: unknown): string => {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};
