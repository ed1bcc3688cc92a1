import { createHash } from 'node:crypto';

/**
 * Chance without a stream: the n-th draw of an actor for a purpose depends on the seed and its own name only,
 * so that a new draw somewhere else never changes this one, and a seed replays a run.
 */
export interface Chance {
  readonly seed: string;
  /** A number in [0, 1), the same for the same words. */
  unit(actor: string, what: string, n: number): number;
  /** A number in [low, high), the same for the same words. */
  between(low: number, high: number, actor: string, what: string, n: number): number;
  /** `length` characters of the alphabet, the same for the same words. */
  text(alphabet: string, length: number, actor: string, what: string, n: number): string;
}

const digest = (...words: (string | number)[]): Buffer =>
  createHash('sha256').update(JSON.stringify(words)).digest();

/** @param seed any text; the same seed gives the same draws on every machine. */
export function chanceOf(seed: string): Chance {
  const unit = (actor: string, what: string, n: number): number =>
    digest(seed, actor, what, n).readUInt32BE(0) / 0x1_0000_0000;
  return {
    seed,
    unit,
    between: (low, high, actor, what, n) => low + unit(actor, what, n) * (high - low),
    text: (alphabet, length, actor, what, n) =>
      Array.from({ length }, (_, i) => {
        const byte = digest(seed, actor, what, n, i).readUInt32BE(0);
        return alphabet[byte % alphabet.length];
      }).join(''),
  };
}
