import { type Document, isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import { CopyProblem } from '../problem';
import { otherKinds, type ReferenceKind, referenceKinds } from './kinds';
import type { Reference } from './reference';

const header = ` What the source distribution refers to, and what the account of the copy has instead.
 Behind each write the id or ARN there; keep where the same one is valid there; drop to leave it out.
 Then run the same command again.`;

/** What a person wrote into the map, and the text around it, which is theirs and stays. */
export interface ReferenceMap {
  /** What is written for this one; nothing where it is not filled in. */
  targetOf(kind: string, value: string): string | undefined;
  /** The map's text with places for these to fill in, comments and entries of before kept. */
  asking(references: readonly Reference[]): string;
}

/**
 * Reads a map; an empty text is an empty map.
 * @throws CopyProblem for broken YAML, a section that does not exist and a value that is no text
 */
export function readMap(source: string): ReferenceMap {
  const document = parseDocument(source);
  const broken = document.errors[0];
  if (broken) throw new CopyProblem(`is no YAML: ${broken.message.split('\n')[0]}`);
  if (document.contents !== null && !isMap(document.contents))
    throw new CopyProblem('must have sections such as cachePolicies: at its top');
  const entries = entriesOf(document);
  return {
    targetOf: (kind, value) => entries.get(kind)?.get(value) || undefined,
    asking: (references) => fillIn(document, references),
  };
}

function entriesOf(document: Document): Map<string, Map<string, string>> {
  const known = [...referenceKinds, ...otherKinds].map(({ name }) => name);
  const sections = (document.toJS() ?? {}) as Record<string, unknown>;
  return new Map(
    Object.entries(sections).map(([name, section]) => {
      if (!known.includes(name))
        throw new CopyProblem(`has a section ${name}, which is none of ${known.join(', ')}`);
      return [name, textsOf(name, section)];
    }),
  );
}

function textsOf(name: string, section: unknown): Map<string, string> {
  if (typeof section !== 'object' || section === null || Array.isArray(section))
    throw new CopyProblem(`${name} must hold lines such as OLD: NEW`);
  return new Map(
    Object.entries(section).map(([value, target]) => {
      if (target === null) return [value, ''];
      if (typeof target === 'object')
        throw new CopyProblem(`${name}.${value} must be an id, an ARN, keep or drop`);
      return [value, String(target)];
    }),
  );
}

function fillIn(document: Document, references: readonly Reference[]): string {
  const filled = document.contents === null ? parseDocument('{}') : document.clone();
  (filled.contents as YAMLMap).flow = false;
  if (document.contents === null) filled.commentBefore = header;
  for (const reference of references) ask(filled as Document, reference);
  return filled.toString({ lineWidth: 0 });
}

function ask(document: Document, { kind, value, paths }: Reference): void {
  if (!document.has(kind.name)) document.set(kind.name, document.createNode({}));
  const section = document.get(kind.name) as YAMLMap;
  section.flow = false;
  if (section.has(value)) return;
  const pair = document.createPair(value, '');
  if (isScalar(pair.key)) pair.key.commentBefore = commentOf(kind, paths);
  section.add(pair);
}

const commentOf = ({ title, lookUp }: ReferenceKind, paths: readonly string[]): string =>
  ` ${title}, at ${paths.join(', ')}\n the other account: ${lookUp}`;
