import { type Move, type Published, planDelivery, type Wanted } from '../deliver/plan';

/** What was seen of a type in a region, or why nothing could be. */
export type Seen = { readonly typeName: string; readonly region: string } & (
  | { readonly kind: 'closed'; readonly because: string }
  | {
      readonly kind: 'open';
      /** Of the private registry; undefined where the type is not registered. */
      readonly defaultVersion: string | undefined;
      /** Live private versions. */
      readonly versions: number;
      readonly publicVersion: string | undefined;
    }
);

/**
 * `failed`: the last release wanted another number there, and it did not come to be. `unknown`: the region said nothing.
 */
export type State = 'published' | 'failed' | 'none' | 'unknown';

/** A type in a region: what is there, and what would come next. */
export interface StatusLine {
  readonly typeName: string;
  readonly region: string;
  readonly state: State;
  readonly publicVersion?: string | undefined;
  readonly defaultVersion?: string | undefined;
  readonly versions?: number;
  /** The number that the last release wanted there; undefined where its manifest was not read. */
  readonly intended?: string | undefined;
  /** Of the package that is public there, as far as the manifest knows: `republish` asks for it. */
  readonly sha256?: string | undefined;
  /** What a release of the packages would do; undefined where they were not built, or the region is unknown. */
  readonly next?: Move | undefined;
  /** Why it is not known. */
  readonly because?: string;
}

/**
 * Compares what the regions show with what was wanted last, and with what would be wanted next.
 * @param wanted the packages of a next release; empty where nobody asked
 * @param published the manifest of the last one
 */
export const statusOf = (
  seen: readonly Seen[],
  wanted: readonly Wanted[],
  published: Published,
): StatusLine[] =>
  seen.map((each) => {
    const { typeName, region } = each;
    if (each.kind === 'closed') return { typeName, region, state: 'unknown', because: each.because };
    const { defaultVersion, versions, publicVersion } = each;
    const last = published[typeName];
    const intended = last?.regions?.[region];
    const ofType = wanted.filter((type) => type.typeName === typeName);
    const [line] = planDelivery(ofType, [each], published);
    const state = stateOf(publicVersion, intended);
    const sha256 = intended !== undefined && state === 'published' ? last?.sha256 : undefined;
    const there = { publicVersion, defaultVersion, versions, intended, sha256 };
    return { typeName, region, state, ...there, next: line?.move };
  });

function stateOf(publicVersion: string | undefined, intended: string | undefined): State {
  if (intended !== undefined && intended !== publicVersion) return 'failed';
  return publicVersion === undefined ? 'none' : 'published';
}

export const isTrouble = ({ state }: StatusLine): boolean => state === 'failed' || state === 'unknown';

const words = {
  published: 'published',
  failed: 'failed',
  none: 'not published',
  unknown: 'unknown',
} as const;

/** The state in a word or two. */
export const stateWord = ({ state }: StatusLine): string => words[state];

/** What else is to be said of the state. */
export const stateReason = ({ state, intended, because }: StatusLine): string | undefined =>
  state === 'failed' ? `${intended} was wanted` : because;

/** What would come next, in words; empty where it is not known. */
export function nextText({ next }: StatusLine): string {
  if (next === undefined) return '';
  if (next.kind === 'unchanged') return 'nothing';
  if (next.kind === 'refused') return `REFUSED: ${next.because}`;
  return next.number === 'first' ? '1.0.0, the first' : next.number;
}

/** As a table of text. */
export const statusRows = (lines: readonly StatusLine[]): string[][] => [
  ['type', 'region', 'public', 'default', 'versions', 'next', ''],
  ...lines.map((line) => [
    line.typeName,
    line.region,
    line.publicVersion ?? '-',
    line.defaultVersion ?? '-',
    String(line.versions ?? '-'),
    nextText(line) || '-',
    [stateWord(line), stateReason(line)].filter(Boolean).join(': '),
  ]),
];
