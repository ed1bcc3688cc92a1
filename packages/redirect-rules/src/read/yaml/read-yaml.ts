import { readBlock } from './block';
import { Builder } from './builder';
import { misplaced } from './complaints';
import type { Places } from './places';
import type { Scanner } from './scanner';

export interface Document {
  readonly value: unknown;
  readonly places: Places;
}

/**
 * One YAML document as plain data, with the place of every key and value. JSON is YAML too. The reader is ours because
 * `yaml` takes seconds for a file of 10,000 rules (measured: 5 s on a busy core), and because of YAML a rule file needs
 * little: no anchors and aliases (bombs are made of those), no tags, no `? ` keys, one document. What it accepts it
 * reads as `yaml` does: the tests hold it to that.
 *
 * @param text with line feeds alone at the ends of lines
 * @throws SyntaxProblem with the offset of the first mistake
 */
export function readYaml(text: string): Document {
  const builder = new Builder(text);
  const { scanner } = builder;
  scanner.toContent();
  if (scanner.column === 0 && scanner.char === '%')
    throw scanner.problem('Directives are not read.', 'Remove this line.');
  skipMarker(scanner, '---');
  const isEmpty = scanner.isEnd || scanner.isMarker('...');
  const value = isEmpty ? null : readBlock(builder, -1);
  scanner.toContent();
  skipMarker(scanner, '...');
  if (!scanner.isEnd) throw misplaced(scanner);
  return { value, places: builder.places };
}

function skipMarker(scanner: Scanner, marker: string): void {
  if (!scanner.isMarker(marker)) return;
  scanner.at += marker.length;
  scanner.toContent();
}
