import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Lines, Refusal } from '../report';
import { commentsOf, type LineComment } from './comments';

/** YAML as plain texts, lists and mappings that know their lines; refractr reads every scalar as a text in the end. */
export type Tree = Lines &
  (
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'list'; readonly items: readonly Tree[] }
    | { readonly kind: 'mapping'; readonly entries: readonly TreeEntry[] }
  );

export interface TreeEntry extends Lines {
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
  const linesOf = ({ range }: Node) => {
    const [start, end] = range ?? [0, 0];
    return { line: lines.linePos(start).line, lastLine: lines.linePos(Math.max(start, end - 1)).line };
  };
  return { root: treeOf(document.contents, linesOf, 1, 0), comments: commentsOf(text) };
}

function treeOf(node: unknown, linesOf: (node: Node) => Required<Lines>, above: number, depth: number): Tree {
  if (depth > maxDepth) throw new Refusal(above, 'the whole file', 'it is nested too deeply');
  if (isAlias(node))
    throw new Refusal(linesOf(node).line, `*${node.source}`, 'write out what the alias stands for');
  if (isSeq(node)) {
    const at = linesOf(node);
    return {
      kind: 'list',
      ...at,
      items: node.items.map((item) => treeOf(item, linesOf, at.line, depth + 1)),
    };
  }
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }): TreeEntry => {
      const name = treeOf(key, linesOf, above, depth + 1);
      const text = name.kind === 'text' ? name.text : '';
      const inner = treeOf(value, linesOf, name.line, depth + 1);
      return { line: name.line, lastLine: inner.lastLine, key: text, value: inner };
    });
    return { kind: 'mapping', line: entries[0]?.line ?? above, lastLine: linesOf(node).lastLine, entries };
  }
  if (!isScalar(node)) return { kind: 'text', line: above, text: '' };
  const text = typeof node.value === 'string' ? node.value : (node.source ?? '');
  return { kind: 'text', ...linesOf(node), text };
}

/** Throws a Refusal where there is more than one text. */
export function textOf(tree: Tree): string {
  if (tree.kind === 'text') return tree.text;
  throw new Refusal(tree.line, `a ${tree.kind}`, 'one text must stand here');
}
