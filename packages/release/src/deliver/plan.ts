import { isAtLeast } from '../schema/version';

/** A type in a region as the registry shows it. */
export interface InRegion {
  readonly typeName: string;
  readonly region: string;
  /** The newest public version; undefined where it was never published. */
  readonly publicVersion: string | undefined;
}

export interface Wanted {
  readonly typeName: string;
  readonly version: string;
  readonly sha256: string;
}

/** What the last release published, by type: the manifest that prod wrote then. */
export type Published = Readonly<Record<string, PublishedType | undefined>>;

export interface PublishedType {
  readonly version: string;
  readonly sha256: string;
  /** The number that these bytes have, or are to have, in each region: 1.0.0 where they were the first. */
  readonly regions?: Readonly<Record<string, string>>;
}

export type Move =
  /** The same bytes are public under the same number. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'publish'; readonly number: string | 'first' }
  /** It cannot be, and nothing is done in that region. */
  | { readonly kind: 'refused'; readonly because: string };

export interface Line extends InRegion {
  readonly next: string;
  readonly move: Move;
}

/**
 * What a delivery would do, type by type and region by region. Only what changed is published, but a region that lags
 * behind, because it failed or is new in the list, is brought up to the others.
 */
export const planDelivery = (
  wanted: readonly Wanted[],
  regions: readonly InRegion[],
  published: Published,
): Line[] =>
  wanted.flatMap((type) =>
    regions
      .filter(({ typeName }) => typeName === type.typeName)
      .map((place) => ({
        ...place,
        next: type.version,
        move: moveOf(type, place, published[type.typeName]),
      })),
  );

function moveOf(wanted: Wanted, { publicVersion, region }: InRegion, last: Published[string]): Move {
  const isSame = last?.sha256 === wanted.sha256;
  // The registry chooses the number of the first version, 1.0.0, and takes none.
  if (publicVersion === undefined) return { kind: 'publish', number: 'first' };
  if (isSame && publicVersion === last?.regions?.[region]) return { kind: 'unchanged' };
  if (publicVersion === wanted.version)
    return isSame || last === undefined
      ? { kind: 'unchanged' }
      : { kind: 'refused', because: `${publicVersion} is public with other bytes: raise the version` };
  if (isAtLeast(publicVersion, wanted.version))
    return { kind: 'refused', because: `${publicVersion} is public already, and versions only grow` };
  return { kind: 'publish', number: wanted.version };
}

/** The table of an approval. */
export function deliveryTable(lines: readonly Line[]): string {
  const words = lines.map(({ typeName, region, publicVersion = 'none', next, move }) => [
    typeName,
    region,
    move.kind === 'unchanged'
      ? publicVersion
      : `${publicVersion} → ${move.kind === 'refused' ? publicVersion : next}`,
    move.kind === 'refused' ? `REFUSED: ${move.because}` : said(move),
  ]);
  return textTable([['type', 'region', 'version', ''], ...words]);
}

const said = (move: Move): string =>
  move.kind === 'unchanged'
    ? 'nothing to do'
    : move.kind === 'publish' && move.number === 'first'
      ? 'first, the registry says 1.0.0'
      : 'publish';

export function textTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
    .concat('\n');
}

/**
 * Regions in the order in which they get a release: one alone first, then the others in waves. CloudFront is global,
 * and so are its quotas: as many contract tests at once as a wave has regions meet one CloudFront.
 */
export function wavesOf(regions: readonly string[], canary: string, size: number): string[][] {
  const others = regions.filter((region) => region !== canary);
  const waves = Array.from({ length: Math.ceil(others.length / size) }, (_, n) =>
    others.slice(n * size, (n + 1) * size),
  );
  return regions.includes(canary) ? [[canary], ...waves] : waves;
}
