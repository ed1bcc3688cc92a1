import { isTrouble, type StatusLine } from './status';

export interface Headline {
  /** Whether there is trouble. */
  readonly tone: 'no' | 'yes' | 'unknown';
  readonly text: string;
}

/** The whole in one sentence. */
export function headlineOf(lines: readonly StatusLine[]): Headline {
  const all = regionsOf(lines);
  const failed = regionsOf(lines.filter(({ state }) => state === 'failed'));
  const unknown = regionsOf(lines.filter(({ state }) => state === 'unknown'));
  const silent = unknown.length > 0 ? `${counted(unknown.length)} unknown` : '';
  if (failed.length > 0)
    return {
      tone: 'yes',
      text: [`${failed.length} of ${counted(all.length)} failed`, silent].filter(Boolean).join(', '),
    };
  if (silent) return { tone: 'unknown', text: `${unknown.length} of ${counted(all.length)} unknown` };
  const open = regionsOf(lines.filter(({ state }) => state === 'none'));
  if (open.length === all.length) return { tone: 'unknown', text: 'Nothing is published' };
  return open.length > 0
    ? { tone: 'unknown', text: `Not everything is published in ${open.length} of ${counted(all.length)}` }
    : { tone: 'no', text: `Everything is published in ${counted(all.length)}` };
}

/** Which version of which type is public, and in how many regions. */
export const publishedOf = (lines: readonly StatusLine[]): string[] =>
  grouped(lines, ({ typeName, publicVersion }) => publicVersion && `${typeName} ${publicVersion}`).map(
    ([what, regions]) => `${what} in ${counted(regions.length)}`,
  );

/** Which regions want a person, and what for. */
export const troubleOf = (lines: readonly StatusLine[]): string[] =>
  orElse(
    grouped(lines.filter(isTrouble), ({ typeName, state, intended }) =>
      state === 'failed' ? `${typeName} ${intended} has failed` : `${typeName} is unknown`,
    ).map(([what, regions]) => `${what} in ${regions.join(', ')}`),
    'nothing that the registry or the last manifest knows of',
  );

/** What a release of the packages as they are would do. */
export function nextOf(lines: readonly StatusLine[]): string[] {
  const known = lines.filter(({ next }) => next !== undefined);
  if (known.length === 0) return ['not looked at: the packages were not built'];
  const doing = grouped(known, ({ typeName, next }) => {
    if (next?.kind === 'refused') return `${typeName} is refused`;
    if (next?.kind !== 'publish') return undefined;
    return `${typeName} ${next.number === 'first' ? '1.0.0, the first,' : next.number}`;
  }).map(([what, regions]) => `${what} in ${counted(regions.length)}`);
  return orElse(doing, 'nothing: what is public has these bytes');
}

const orElse = (sentences: readonly string[], otherwise: string): string[] =>
  sentences.length > 0 ? [...sentences] : [otherwise];

const regionsOf = (lines: readonly StatusLine[]): string[] => [...new Set(lines.map(({ region }) => region))];

const counted = (regions: number): string => `${regions} ${regions === 1 ? 'region' : 'regions'}`;

/** Regions by what is said of them; lines of which nothing is said are left out. */
function grouped(
  lines: readonly StatusLine[],
  says: (line: StatusLine) => string | undefined,
): [what: string, regions: string[]][] {
  const groups = new Map<string, string[]>();
  for (const line of lines) {
    const what = says(line);
    if (what) groups.set(what, [...(groups.get(what) ?? []), line.region]);
  }
  return [...groups];
}
