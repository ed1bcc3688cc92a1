/**
 * Where an element stands in a text. Offsets into the text, so that everything that is not edited stays as it came:
 * a configuration may hold members that this SDK does not know, and a typed round trip would drop them.
 */
export interface ElementSpan {
  readonly name: string;
  /** From `<` of the start tag to after `>` of the end tag. */
  readonly start: number;
  readonly end: number;
  /** Between the tags. A self-closing element has an empty content at the place where it would be. */
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly selfClosing: boolean;
}

/** A text that is not the well-formed XML that AWS sends. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
}

type Token =
  | {
      readonly kind: 'open' | 'empty' | 'close';
      readonly name: string;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'other'; readonly start: number; readonly end: number };

/** Comments, CDATA, instructions and text may hold anything that looks like a tag; they are stepped over whole. */
const OPAQUE = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** @returns the direct children of the root element and the root itself. */
export function rootOf(xml: string): { root: ElementSpan; children: ElementSpan[] } {
  const roots = elementsBetween(xml, 0, xml.length);
  const [root] = roots;
  if (root === undefined || roots.length > 1)
    throw new XmlError(`expected one root element, found ${roots.length}`);
  return { root, children: childrenOf(xml, root) };
}

/** @returns the direct children of an element, in order. */
export function childrenOf(xml: string, parent: ElementSpan): ElementSpan[] {
  return elementsBetween(xml, parent.contentStart, parent.contentEnd);
}

function elementsBetween(xml: string, from: number, to: number): ElementSpan[] {
  const found: ElementSpan[] = [];
  const open: (Token & { name: string })[] = [];
  for (let at = from; at < to; ) {
    const token = tokenAt(xml, at, to);
    at = token.end;
    if (token.kind === 'open') open.push(token);
    if (token.kind === 'empty' && open.length === 0) found.push(emptySpan(token));
    if (token.kind !== 'close') continue;
    const start = open.pop();
    if (start?.name !== token.name)
      throw new XmlError(`</${token.name}> at ${token.start} closes ${start?.name}`);
    if (open.length === 0) found.push(spanOf(start, token));
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) throw new XmlError(`<${unclosed.name}> at ${unclosed.start} is never closed`);
  return found;
}

const emptySpan = (token: Token & { name: string }): ElementSpan => ({
  name: token.name,
  start: token.start,
  end: token.end,
  contentStart: token.end,
  contentEnd: token.end,
  selfClosing: true,
});

const spanOf = (start: Token & { name: string }, close: Token): ElementSpan => ({
  name: start.name,
  start: start.start,
  end: close.end,
  contentStart: start.end,
  contentEnd: close.start,
  selfClosing: false,
});

function tokenAt(xml: string, start: number, to: number): Token {
  if (xml[start] !== '<') {
    const next = xml.indexOf('<', start);
    return { kind: 'other', start, end: next < 0 || next > to ? to : next };
  }
  for (const [opening, closing] of OPAQUE) {
    if (xml.startsWith(opening, start)) return { kind: 'other', start, end: after(xml, closing, start) };
  }
  // AWS sends no document type; one could define entities that this reader would not expand.
  if (xml.startsWith('<!', start)) throw new XmlError(`a document type at ${start} is not expected from AWS`);
  return tagAt(xml, start);
}

/** Attribute values may hold `>`, so a tag ends at the first one outside of quotes. */
const TAG = /<(\/?)([^\s/>]+)(?:[^>"']|"[^"]*"|'[^']*')*?(\/?)>/y;

function tagAt(xml: string, start: number): Token {
  TAG.lastIndex = start;
  const match = TAG.exec(xml);
  if (match === null) throw new XmlError(`no tag ends after ${start}`);
  const kind = match[1] === '/' ? 'close' : match[3] === '/' ? 'empty' : 'open';
  return { kind, name: match[2] ?? '', start, end: TAG.lastIndex };
}

function after(xml: string, closing: string, start: number): number {
  const at = xml.indexOf(closing, start);
  if (at < 0) throw new XmlError(`${closing} is missing after ${start}`);
  return at + closing.length;
}
