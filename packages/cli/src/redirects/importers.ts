import {
  type Imported,
  importCsv,
  importNetlify,
  importNginx,
  importRefractr,
} from '@cutover/redirect-rules';

export interface ImportSettings {
  /** Of sources that are paths. */
  readonly host?: string;
  /** Lines of a file that refractr's `wildcard-file` names; undefined: there is none. */
  readonly wildcards?: (name: string) => readonly string[] | undefined;
}

type Importer = (text: string, file: string, settings: ImportSettings) => Imported;

/** By the word of `--format`. */
export const importers: Readonly<Record<string, Importer>> = {
  refractr: importRefractr,
  nginx: importNginx,
  netlify: importNetlify,
  csv: importCsv,
};
