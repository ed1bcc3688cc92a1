/*
 * Most redirects of a large list share the begin of their targets, and many repeat the end of their own path. A
 * dictionary of such templates stands in the site's record; an entry of the index then is a letter and what is left.
 * In a template `$t` is that, `$s` the path's last segment, `$w` the whole path.
 */

/** A redirect without conditions: where it is found, and answer and target as a rule has them. */
export interface Plain {
  readonly key: string;
  readonly hash: string;
  readonly text: string;
}

/** What a template saves must be worth its place; both in bytes. */
const overhead = 4;
const sampleSize = 512;
const maxTemplates = 16;
/** The shortest segment that is worth looking for in a target. */
const shortestSlug = 3;

const slugOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

/**
 * The templates worth having, by a sample of what they are for. The sample goes by hash and savings are compared
 * coarsely, so that a rule more or less changes nothing: a template more or less changes every bucket that uses it.
 */
export function chooseTemplates(plains: readonly Plain[], budget: number): string[] {
  const sample = sampleOf(plains).map((plain) => ({ candidates: candidatesOf(plain), best: 0 }));
  const scale = plains.length / sample.length;
  const chosen: string[] = [];
  let left = budget;
  while (chosen.length < maxTemplates) {
    const savings = new Map<string, Savings>();
    for (const { candidates, best } of sample) {
      for (const [template, saved] of candidates) {
        if (saved > best) add(savings, template, saved - best);
      }
    }
    const template = bestOf(savings, left, scale);
    if (template === undefined) break;
    chosen.push(template);
    left -= template.length + overhead;
    for (const each of sample) each.best = Math.max(each.best, each.candidates.get(template) ?? 0);
  }
  return chosen;
}

interface Savings {
  bytes: number;
  /** Redirects of the sample that have them. */
  count: number;
}

function add(savings: Map<string, Savings>, template: string, bytes: number): void {
  const before = savings.get(template);
  if (before === undefined) savings.set(template, { bytes, count: 1 });
  else {
    before.bytes += bytes;
    before.count++;
  }
}

function sampleOf(plains: readonly Plain[]): readonly Plain[] {
  const among = 2 ** Math.ceil(Math.log2(Math.max(1, plains.length / sampleSize)));
  if (among === 1) return plains;
  // The last characters of the hash, which nothing else goes by.
  return plains.filter(({ hash }) => Buffer.from(hash.slice(-8), 'base64url').readUIntBE(0, 3) % among === 0);
}

function bestOf(savings: ReadonlyMap<string, Savings>, left: number, scale: number): string | undefined {
  let best: { template: string; rank: number } | undefined;
  for (const [template, { bytes, count }] of savings) {
    const size = template.length + overhead;
    if (size > left || bytes * scale < 2 * size) continue;
    // What one of a sample has alone stands for itself only.
    if (scale > 1 && count === 1) continue;
    const rank = Math.floor(Math.log2(bytes) * 2);
    const isBetter =
      best === undefined || rank > best.rank || (rank === best.rank && template < best.template);
    if (isBetter) best = { template, rank };
  }
  return best?.template;
}

/** Templates that this redirect could use, with the characters that each saves. */
function candidatesOf({ key, text }: Plain): Map<string, number> {
  const candidates = new Map<string, number>();
  const slug = slugOf(key);
  // A dollar sign might be taken for a place to fill.
  const isSure = !key.includes('$');
  const bases = [text];
  const repeated = slug.length < shortestSlug ? -1 : text.lastIndexOf(slug);
  if (repeated > 0) bases.push(`${text.slice(0, repeated)}$s${text.slice(repeated + slug.length)}`);
  if (text.endsWith(key) || text.includes(`${key}$`)) bases.push(text.replace(key, () => '$w'));
  for (const base of bases) {
    const consider = (template: string, tail: string): void => {
      if (isSure || expand(template, tail, key) === text)
        candidates.set(template, text.length - tail.length - 1);
    };
    consider(base, '');
    const host = base.indexOf('/', base.indexOf('://') + 3);
    const ends = [/(?:\$[kam].)?$/.exec(base)!.index, base.indexOf('/$s'), base.indexOf('$s')];
    for (let slash = host; slash >= 0; slash = base.indexOf('/', slash + 1)) {
      for (const end of ends) {
        if (end > slash)
          consider(`${base.slice(0, slash + 1)}$t${base.slice(end)}`, base.slice(slash + 1, end));
      }
    }
  }
  return candidates;
}

/** As the function does it. */
export const expand = (template: string, tail: string, key: string): string =>
  template.split('$t').join(tail).split('$s').join(slugOf(key)).split('$w').join(key);

/** A template, cut where something is put into it, so that many redirects can be held against it. */
export interface Cut {
  readonly letter: string;
  readonly template: string;
  readonly before: Part;
  readonly after: Part;
  readonly hasTail: boolean;
}

interface Part {
  readonly text: string;
  /** Whether it depends on the path. */
  readonly isOpen: boolean;
}

const partOf = (text: string): Part => ({ text, isOpen: /\$[sw]/.test(text) });

export function cutTemplate(letter: string, template: string): Cut {
  const at = template.indexOf('$t');
  const [before, after] = at < 0 ? [template, ''] : [template.slice(0, at), template.slice(at + 2)];
  return { letter, template, before: partOf(before), after: partOf(after), hasTail: at >= 0 };
}

/** The shortest form of a redirect: a letter and its tail; undefined where no template is its own. */
export function shortestOf({ key, text }: Plain, cuts: readonly Cut[]): string | undefined {
  let shortest: string | undefined;
  for (const cut of cuts) {
    const before = filled(cut.before, key);
    if (!text.startsWith(before)) continue;
    const after = filled(cut.after, key);
    const tailLength = text.length - before.length - after.length;
    if (tailLength < 0 || (!cut.hasTail && tailLength > 0) || !text.endsWith(after)) continue;
    if (shortest !== undefined && shortest.length <= 1 + tailLength) continue;
    const tail = text.slice(before.length, before.length + tailLength);
    const isSure = !tail.includes('$') && !key.includes('$');
    if (isSure || expand(cut.template, tail, key) === text) shortest = cut.letter + tail;
  }
  return shortest;
}

const filled = ({ text, isOpen }: Part, key: string): string =>
  isOpen ? text.split('$s').join(slugOf(key)).split('$w').join(key) : text;
