/** The name that was meant, where one is near enough to say so. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (name.length > 40) return undefined;
  const wanted = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const distances = names.map((candidate) => ({ candidate, far: distance(wanted, candidate.toLowerCase()) }));
  const best = distances.sort((one, other) => one.far - other.far)[0];
  return best !== undefined && best.far <= Math.max(1, Math.floor(best.candidate.length / 3))
    ? best.candidate
    : undefined;
}

/** How many letters must be put in, left out or changed, or two neighbours swapped (Damerau, Levenshtein). */
function distance(one: string, other: string): number {
  let twoAbove: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const changed = above[column - 1]! + (one[row - 1] === other[column - 1] ? 0 : 1);
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const swapped = row > 1 && isSwapped ? twoAbove[column - 2]! + 1 : changed;
      current.push(Math.min(changed, swapped, above[column]! + 1, current[column - 1]! + 1));
    }
    twoAbove = above;
    above = current;
  }
  return above[other.length]!;
}

/** `Keep`, `Drop` or `Merge`. */
export function oneOf(values: readonly unknown[]): string {
  const texts = values.map(String);
  const last = texts.pop() ?? '';
  return texts.length === 0 ? last : `${texts.join(', ')} or ${last}`;
}
