import type { Imported, ImportReport } from '../../src/import/report';
import { writeRules } from '../../src/write/write-rules';

/** The sites as a person finds them in the written file, without what stands above. */
export function sitesOf({ file }: Imported): string {
  const text = writeRules(file);
  return text.slice(text.indexOf('Sites:\n') + 'Sites:\n'.length).trimEnd();
}

/** The rules of the only site, with the indentation of the file taken off. */
export function rulesOf(imported: Imported): string {
  const lines = sitesOf(imported).split('\n');
  const start = lines.indexOf('  Rules:') + 1;
  return lines
    .slice(start)
    .map((line) => line.slice(2))
    .join('\n');
}

/** Lines of a report as `12 what: why`. */
export const said = (entries: ImportReport['refused']): string[] =>
  entries.map(({ line, what, why }) => `${line} ${what}: ${why}`);
