import type { ElementSpan } from './elements';

/** A stretch of a text and what takes its place; `start === end` inserts. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies splices that do not overlap; everything between them stays byte for byte. */
export function splice(text: string, splices: readonly Splice[]): string {
  const ordered = [...splices].sort((a, b) => a.start - b.start);
  let from = 0;
  let out = '';
  for (const each of ordered) {
    out += text.slice(from, each.start) + each.text;
    from = each.end;
  }
  return out + text.slice(from);
}

/** Replaces what is between an element's tags, opening a self-closing element. */
export function fill(xml: string, element: ElementSpan, content: string): Splice {
  if (!element.selfClosing) return { start: element.contentStart, end: element.contentEnd, text: content };
  const startTag = xml.slice(element.start, element.end).replace(/\s*\/>$/, '>');
  return { start: element.start, end: element.end, text: `${startTag}${content}</${element.name}>` };
}
