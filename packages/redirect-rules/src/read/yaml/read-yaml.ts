import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { complaintOf, unread } from './complaints';
import { maxDepth, maxTokens } from './limits';
import type { Places } from './places';
import { Reader } from './reader';
import { SyntaxProblem } from './syntax-problem';

export interface Document {
  readonly value: unknown;
  readonly places: Places;
}

/**
 * One YAML document as plain data, with the place of every key and value. JSON is YAML too.
 *
 * js-yaml parses: its events say where everything stands, and its time and memory grow with the text, whatever stands
 * there. `yaml`, which importers use for its comments, takes nine times as long for rules, and half a minute for 10 MB
 * of brackets (measured).
 *
 * @param text with line feeds alone at the ends of lines
 * @throws SyntaxProblem with the offset of the first mistake
 */
export function readYaml(text: string): Document {
  checkSize(text);
  const reader = new Reader(text, eventsOf(text));
  return { value: reader.document(), places: reader.places };
}

function eventsOf(text: string): Event[] {
  try {
    return parseEvents(text, { maxDepth });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const offset = error.mark?.position ?? 0;
    throw new SyntaxProblem(offset, ...complaintOf(error.reason, text.charAt(offset)));
  }
}

const marker = /^(?:---|\.\.\.)(?=\s)/gm;
/** What begins an item, a key, a value or a line. */
const token = /[\n,[{]|[-:?](?=\s)/g;

/**
 * Bounds what the parser makes of the text, before it does.
 *
 * @throws SyntaxProblem
 */
export function checkSize(text: string): void {
  let markers = 0;
  for (const { index } of text.matchAll(marker))
    if (++markers > 2) throw new SyntaxProblem(index, ...unread.document);
  let tokens = 0;
  for (const { index } of text.matchAll(token))
    if (++tokens > maxTokens) throw new SyntaxProblem(index, ...unread.tooManyTokens);
}
