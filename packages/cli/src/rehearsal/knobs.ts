import { type Knobs, likelyKnobs } from '@cutover/local-aws';
import { flag, inside, listOf, numberFrom, oneOf, type Reader, record, refuse, required } from './shape';

/** The words that a knob may be set to, for those that are set to a word. */
const words: { readonly [K in keyof Knobs as Knobs[K] extends string ? K : never]: readonly Knobs[K][] } = {
  releaseAt: ['accept', 'deployed'],
  dnsCheckOf: ['added', 'all'],
  frontingRule: ['current', 'legacy2023'],
  functionFailure: ['503', 'origin'],
};

const range: Reader<readonly [number, number]> = (value, place) => {
  const [from, to, ...more] = listOf(numberFrom(0))(value, place);
  if (from === undefined || to === undefined || more.length > 0 || from > to)
    refuse(place, `must be the least and the most, as in [4, 18], not ${JSON.stringify(value)}`);
  return [from, to];
};

const count: Reader<number> = (value, place) =>
  Number.isInteger(numberFrom(1)(value, place))
    ? (value as number)
    : refuse(place, `must be a whole number, not ${value}`);

/** A knob is read like its default: what is a range stays a range. */
function readerFor(name: string, usual: unknown): Reader<unknown> {
  if (typeof usual === 'boolean') return flag;
  if (typeof usual === 'number') return count;
  if (Array.isArray(usual)) return range;
  if (typeof usual === 'string') return oneOf(words[name as keyof typeof words]);
  const parts = Object.entries(usual as object).map(([part, value]) => [
    part,
    required(readerFor(part, value)),
  ]);
  return record(Object.fromEntries(parts));
}

/** `knobs:` of a rehearsal: departures of its AWS from what is likely (decisions/0004). */
export const knobs: Reader<Partial<Knobs>> = (value, place) => {
  const given = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  if (!given) refuse(place, `must be a mapping, not ${JSON.stringify(value)}`);
  const known = Object.keys(likelyKnobs);
  return Object.fromEntries(
    Object.entries(given).map(([name, set]) => {
      const at = inside(place, name);
      if (!known.includes(name)) refuse(at, `is not known; allowed here: ${known.join(', ')}`);
      return [name, readerFor(name, likelyKnobs[name as keyof Knobs])(set, at)];
    }),
  );
};
