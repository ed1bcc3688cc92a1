import { Document, isScalar, type Node, Scalar, visit, type YAMLMap, YAMLSeq } from 'yaml';
import type { JsonObject } from '../json';

/** The template as people write it: short functions, and code as it was, line by line. */
export function templateText(template: JsonObject): string {
  const document = new Document(template, { aliasDuplicateObjects: false });
  visit(document, { Map: (_, node) => inShortForm(node) });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** `{Ref: X}` as `!Ref X`; the tag stands on a text. */
function inShortForm(node: YAMLMap): Node | undefined {
  const [pair, ...others] = node.items;
  if (!pair || others.length || !isScalar(pair.key)) return undefined;
  const name = String(pair.key.value);
  const tag = name === 'Ref' ? '!Ref' : name.startsWith('Fn::') ? `!${name.slice(4)}` : undefined;
  if (!tag) return undefined;
  const text = pair.value instanceof YAMLSeq ? pair.value.items.map(textOf).join('.') : textOf(pair.value);
  const scalar = new Scalar(text);
  scalar.tag = tag;
  return scalar;
}

const textOf = (node: unknown): string => (isScalar(node) ? String(node.value) : String(node));
