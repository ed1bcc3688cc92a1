import {
  boolCoreTag,
  EVENT_ID,
  type Event,
  floatCoreTag,
  getScalarValue,
  intCoreTag,
  NOT_RESOLVED,
  nullCoreTag,
  SCALAR_STYLE,
  type ScalarEvent,
} from 'js-yaml';
import { shown } from '../problem';
import { unread } from './complaints';
import { maxKeys, maxTextLength, maxTexts } from './limits';
import { Places } from './places';
import { SyntaxProblem } from './syntax-problem';

/** What a bare text stands for, by YAML 1.2's core schema: `no` and `2026-05-01` are texts. */
const types = [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag];

/** Makes data of events, and refuses what YAML has and rule files have not: bombs are made of aliases. */
export class Reader {
  readonly places = new Places();
  /** The first event opens the document. */
  private next = 1;
  /** Where the last node began that has a place: what is empty has none. */
  private start = 0;

  constructor(
    private readonly text: string,
    private readonly events: readonly Event[],
  ) {}

  document(): unknown {
    if (this.events.length === 0) return null;
    const value = this.node();
    if (this.next < this.events.length - 1) throw new SyntaxProblem(this.placeOfNext(2), ...unread.document);
    return value;
  }

  private node(): unknown {
    const event = this.events[this.next++]!;
    const start = this.start;
    if (event.type === EVENT_ID.ALIAS) throw new SyntaxProblem(start, ...unread.alias);
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) return null;
    if (event.anchorStart >= 0) throw new SyntaxProblem(event.anchorStart - 1, ...unread.anchor);
    if (event.tagStart >= 0) throw new SyntaxProblem(event.tagStart, ...unread.tag);
    if (event.type === EVENT_ID.SCALAR) return this.scalar(event);
    return event.type === EVENT_ID.SEQUENCE ? this.list(start) : this.mapping(start);
  }

  private list(start: number): unknown[] {
    const items: unknown[] = [];
    const offsets: number[] = [];
    let texts = 0;
    while (!this.isClosed()) {
      offsets.push(this.placeOfNext());
      const { type } = this.events[this.next]!;
      // No key takes a list of lists, the cheapest of bombs.
      if (type === EVENT_ID.SEQUENCE) throw new SyntaxProblem(this.start, ...unread.listInList);
      if (type === EVENT_ID.SCALAR && ++texts > maxTexts)
        throw new SyntaxProblem(this.start, ...unread.tooManyTexts);
      items.push(this.node());
    }
    this.places.add(items, start, [], offsets);
    return items;
  }

  private mapping(start: number): object {
    const members: Record<string, unknown> = {};
    const keys: string[] = [];
    const offsets: number[] = [];
    while (!this.isClosed()) {
      offsets.push(this.placeOfNext());
      const key = this.key();
      if (Object.hasOwn(members, key))
        throw new SyntaxProblem(this.start, `${shown(key)} stands here twice.`, 'Keep one of the two.');
      if (keys.push(key) > maxKeys) throw new SyntaxProblem(this.start, ...unread.tooManyKeys);
      offsets.push(this.placeOfNext());
      setMember(members, key, this.node());
    }
    this.places.add(members, start, keys, offsets);
    return members;
  }

  /** As it is written: `7.0` is no `7`. */
  private key(): string {
    const { start } = this;
    const event = this.events[this.next]!;
    this.node();
    if (event.type !== EVENT_ID.SCALAR) throw new SyntaxProblem(start, ...unread.key);
    return getScalarValue(this.text, event);
  }

  private scalar(event: ScalarEvent): unknown {
    if (event.valueEnd - event.valueStart > maxTextLength)
      throw new SyntaxProblem(this.start, ...unread.longText);
    const text = getScalarValue(this.text, event);
    if (event.style !== SCALAR_STYLE.PLAIN) return text;
    for (const type of types) {
      if (type.implicitFirstChars?.includes(text.charAt(0)) === false) continue;
      const value = type.resolve(text, false, type.tagName);
      if (value !== NOT_RESOLVED) return value;
    }
    return text;
  }

  /** Goes behind the end of a list or a mapping, where that is next. */
  private isClosed(): boolean {
    if (this.events[this.next]!.type !== EVENT_ID.POP) return false;
    this.next++;
    return true;
  }

  private placeOfNext(ahead = 0): number {
    const found = startOf(this.events[this.next + ahead]);
    if (found >= 0) this.start = found;
    return this.start;
  }
}

/** Negative where nothing is written. */
function startOf(event: Event | undefined): number {
  switch (event?.type) {
    case EVENT_ID.SCALAR: {
      const isQuoted =
        event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
      return isQuoted ? event.valueStart - 1 : event.valueStart;
    }
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return event.start;
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1;
    default:
      return -1;
  }
}

/** As JSON.parse does it: `__proto__` is a key like any other. */
function setMember(members: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') members[key] = value;
  else Object.defineProperty(members, key, { value, enumerable: true, configurable: true, writable: true });
}
