import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { Refusal } from '../report';
import { commentsOf, type LineComment } from './comments';

/** YAML as plain texts, lists and mappings that know their lines; refractr reads every scalar as a text in the end. */
export type Tree =
  | { readonly kind: 'text'; readonly line: number; readonly text: string }
  | { readonly kind: 'list'; readonly line: number; readonly items: readonly Tree[] }
  | { readonly kind: 'mapping'; readonly line: number; readonly entries: readonly TreeEntry[] };

export interface TreeEntry {
  readonly line: number;
  readonly key: string;
  readonly value: Tree;
}

export interface ParsedYaml {
  readonly root: Tree;
  readonly comments: readonly LineComment[];
}

/** 100,000 redirects, or two hundred times Mozilla's production file. */
const maxLength = 8_000_000;
const maxDepth = 20;
/** What the parser would lose itself in. */
const deep = /(?:[[{]\s*){50}|(?:[-?] +){50}/;

/** Throws a Refusal for what is not YAML, or not the YAML that anyone writes redirects in. */
export function parseYaml(text: string): ParsedYaml {
  if (text.length > maxLength)
    throw new Refusal(1, 'the whole file', `it has more than ${maxLength} characters; import it in parts`);
  if (deep.test(text)) throw new Refusal(1, 'the whole file', 'it is nested too deeply');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined)
    throw new Refusal(lines.linePos(error.pos[0]).line, 'the whole file', `it is no YAML: ${error.message}`);
  const lineOf = (node: Node): number => lines.linePos(node.range?.[0] ?? 0).line;
  return { root: treeOf(document.contents, lineOf, 1, 0), comments: commentsOf(text) };
}

function treeOf(node: unknown, lineOf: (node: Node) => number, above: number, depth: number): Tree {
  if (depth > maxDepth) throw new Refusal(above, 'the whole file', 'it is nested too deeply');
  if (isAlias(node))
    throw new Refusal(lineOf(node), `*${node.source}`, 'write out what the alias stands for');
  if (isSeq(node)) {
    const line = lineOf(node);
    return { kind: 'list', line, items: node.items.map((item) => treeOf(item, lineOf, line, depth + 1)) };
  }
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }): TreeEntry => {
      const name = treeOf(key, lineOf, above, depth + 1);
      const text = name.kind === 'text' ? name.text : '';
      return { line: name.line, key: text, value: treeOf(value, lineOf, name.line, depth + 1) };
    });
    return { kind: 'mapping', line: entries[0]?.line ?? above, entries };
  }
  if (!isScalar(node)) return { kind: 'text', line: above, text: '' };
  const text = typeof node.value === 'string' ? node.value : (node.source ?? '');
  return { kind: 'text', line: lineOf(node), text };
}

/** One text, or a list of texts. */
export function textsOf(tree: Tree): { line: number; text: string }[] {
  if (tree.kind === 'text') return [tree];
  return tree.kind === 'list' ? tree.items.flatMap(textsOf) : [];
}

export const textOf = (tree: Tree): string => (tree.kind === 'text' ? tree.text : '');
