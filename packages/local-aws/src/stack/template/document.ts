import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import { type Path, type Problem, pathText, TemplateError } from '../template-error';

/** A template's text as plain data, each function in its long form: `!Sub x` has become `{'Fn::Sub': x}`. */
export type Plain = string | number | boolean | Plain[] | PlainObject;
export type PlainObject = { [name: string]: Plain };

export interface TemplateDocument {
  readonly text: string;
  readonly content: Plain;
  /** A problem with its file and line. */
  error(problem: Problem): TemplateError;
}

/**
 * Reads YAML or JSON (which is YAML's subset, so that both have lines). YAML 1.2's scalars: an unquoted policy
 * version `2012-10-17` stays text, as CloudFormation keeps it.
 * @throws TemplateError for broken text, and for what CloudFormation itself refuses: nulls, anchors, double keys.
 */
export function readDocument(text: string, file: string): TemplateDocument {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const broken = parsed.errors[0];
  if (broken) {
    const { line, col } = lines.linePos(broken.pos[0]);
    throw new TemplateError(`${file}:${line}:${col}: ${broken.message}`);
  }
  const lineAt = new Map<string, number>();
  const error = ({ at, text }: Problem): TemplateError =>
    new TemplateError(`${file}${linePart(lineAt, at)}: ${at.length ? `${pathText(at)}: ` : ''}${text}`);
  if (!parsed.contents) throw error({ at: [], text: 'the template is empty; it needs a Resources section' });
  const reader = { lines, lineAt, error };
  return { text, content: readNode(parsed.contents, [], reader), error };
}

interface Reader {
  readonly lines: LineCounter;
  readonly lineAt: Map<string, number>;
  error(problem: Problem): TemplateError;
}

/** The line of the place itself, or of the nearest thing around it that was written. */
function linePart(lineAt: Map<string, number>, at: Path): string {
  for (let length = at.length; length >= 0; length--) {
    const line = lineAt.get(pathText(at.slice(0, length)));
    if (line !== undefined) return `:${line}`;
  }
  return '';
}

function readNode(node: Node | null, at: Path, reader: Reader): Plain {
  noteLine(node, at, reader);
  if (!node || (isScalar(node) && node.value === null))
    throw reader.error({ at, text: 'null is not allowed in a template; write a value or leave the key out' });
  if (isAlias(node) || (node as { anchor?: string }).anchor)
    throw reader.error({
      at,
      text: 'YAML anchors and aliases are not allowed in a template; write the value out',
    });
  return inLongForm(node.tag, readContent(node, at, reader));
}

function readContent(node: Node, at: Path, reader: Reader): Plain {
  if (isMap(node)) return readMap(node.items as Pair<Node, Node | null>[], at, reader);
  if (isSeq(node)) return node.items.map((item, index) => readNode(item as Node, [...at, index], reader));
  return (node as { value?: unknown }).value as string | number | boolean;
}

function readMap(pairs: Pair<Node, Node | null>[], at: Path, reader: Reader): PlainObject {
  const members: PlainObject = {};
  for (const { key, value } of pairs) {
    const name = isScalar(key) ? String(key.value) : '';
    if (!name || name === '<<') throw reader.error({ at, text: 'a key must be plain text' });
    noteLine(key, [...at, name], reader);
    members[name] = readNode(value, [...at, name], reader);
  }
  return members;
}

/** The key's line stays, if there was one: the value may begin further down. */
function noteLine(node: Node | null, at: Path, reader: Reader): void {
  const place = pathText(at);
  if (node?.range && !reader.lineAt.has(place))
    reader.lineAt.set(place, reader.lines.linePos(node.range[0]).line);
}

function inLongForm(tag: string | undefined, value: Plain): Plain {
  if (!tag?.startsWith('!') || tag === '!') return value;
  // The two that have no `Fn::` before them.
  const name = ['!Ref', '!Condition'].includes(tag) ? tag.slice(1) : `Fn::${tag.slice(1)}`;
  return { [name]: value };
}
