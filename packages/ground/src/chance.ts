import { createHash, hash } from 'node:crypto';

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

/** Node before 20.12 has no hash at one stroke, which takes a quarter of the time: exploration draws without end. */
const sha256 = hash
  ? (text: string): Buffer => hash('sha256', text, 'buffer')
  : (text: string): Buffer => createHash('sha256').update(text).digest();

const digest = (...words: (string | number)[]): Buffer => sha256(JSON.stringify(words));

/** @param seed any text; the same seed gives the same draws on every machine. */
export function chanceOf(seed: string): Chance {
  const unit = (actor: string, what: string, n: number): number =>
    digest(seed, actor, what, n).readUInt32BE(0) / 0x1_0000_0000;
  return {
    seed,
    unit,
    between: (low, high, actor, what, n) => low + unit(actor, what, n) * (high - low),
    // One digest gives 32 characters: ids and ETags are drawn thousands of times a second by the explorer.
    text: (alphabet, length, actor, what, n) => {
      let text = '';
      for (let block = 0; text.length < length; block++) {
        for (const byte of digest(seed, actor, what, n, block)) {
          if (text.length < length) text += alphabet[byte % alphabet.length];
        }
      }
      return text;
    },
  };
}
