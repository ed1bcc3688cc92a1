import { readBlockScalar } from './block-scalar';
import { type Builder, type Members, setMember } from './builder';
import { colonMissing, misplaced, refuseUnread, tabBefore } from './complaints';
import { readFlow } from './flow';
import { checkPlainStart, plainLineEnd, readPlain } from './plain';
import { readQuoted } from './quoted';
import type { Scanner } from './scanner';

/** A value that lines and their depth part from others, at the scanner's place, deeper than `parentIndent`. */
export function readBlock(builder: Builder, parentIndent: number, isOnKeyLine = false): unknown {
  const { scanner } = builder;
  const { char } = scanner;
  refuseUnread(scanner);
  if (char === '|' || char === '>') return readBlockScalar(scanner, parentIndent);
  if (char === '[' || char === '{') return closed(scanner, readFlow(builder));
  if (scanner.isIndicator('-')) {
    if (!isOnKeyLine) return builder.nested(() => list(builder));
    throw scanner.problem('A list begins on the line after its key.', 'Break the line before it.');
  }
  const mark = scanner.mark();
  const isQuoted = char === '"' || char === "'";
  if (!isQuoted) checkPlainStart(scanner);
  const end = isQuoted ? scanner.at : plainLineEnd(scanner);
  const quoted = isQuoted ? readQuoted(scanner) : undefined;
  if (!isQuoted) scanner.at = end;
  if (isBeforeColon(scanner)) {
    scanner.reset(mark);
    if (!isOnKeyLine) return builder.nested(() => mapping(builder));
    throw scanner.problem(
      'A second key stands on the line of the first.',
      'Break the line before it, or put the text in quotes.',
    );
  }
  if (isQuoted) return closed(scanner, quoted);
  scanner.reset(mark);
  return readPlain(scanner, end, parentIndent);
}

/** `- one`, each dash in the column of the first. */
function list(builder: Builder): unknown[] {
  const { scanner } = builder;
  const { column, at: start } = scanner;
  const items: unknown[] = [];
  const offsets: number[] = [];
  while (scanner.column === column && scanner.isIndicator('-')) {
    const dash = scanner.at;
    scanner.at++;
    const isEmpty = toValue(scanner, column, false);
    const at = isEmpty ? dash : scanner.at;
    builder.item(items, isEmpty ? null : readBlock(builder, column), offsets, at);
    toNextMember(scanner, column);
  }
  return builder.keepList(items, start, offsets);
}

/** `key: value`, each key in the column of the first. */
function mapping(builder: Builder): object {
  const { scanner } = builder;
  const { column, at: start } = scanner;
  const members: Members = { value: {}, keys: [], offsets: [] };
  while (!scanner.isEnd && scanner.column === column && !isMarker(scanner)) {
    const { at } = scanner;
    const key = readKey(scanner);
    builder.claim(members, key, at);
    const line = scanner.mark().lineStart;
    const isEmpty = toValue(scanner, column, true);
    members.offsets.push(isEmpty ? at : scanner.at);
    const isOnKeyLine = scanner.mark().lineStart === line;
    setMember(members, key, isEmpty ? null : readBlock(builder, column, isOnKeyLine));
    toNextMember(scanner, column);
  }
  return builder.keepMapping(members, start);
}

function readKey(scanner: Scanner): string {
  const { at: start, char } = scanner;
  const isQuoted = char === '"' || char === "'";
  refuseUnread(scanner);
  if ('[{|>'.includes(char) || scanner.isIndicator('-')) throw misplaced(scanner);
  if (!isQuoted) {
    checkPlainStart(scanner);
    scanner.at = plainLineEnd(scanner);
  }
  const key = isQuoted ? readQuoted(scanner) : scanner.text.slice(start, scanner.at);
  if (!isBeforeColon(scanner)) throw colonMissing(scanner, key, start);
  scanner.at++;
  return key;
}

/** Goes to what stands behind a key's colon or a dash, there or on deeper lines; true where there is nothing. */
function toValue(scanner: Scanner, column: number, isOfKey: boolean): boolean {
  const isLater = scanner.toContent();
  if (scanner.isEnd) return true;
  if (!isLater) return false;
  const isListOfKey = isOfKey && scanner.column === column && scanner.isIndicator('-');
  if (scanner.column <= column && !isListOfKey) return true;
  if (scanner.isIndentedByTab) throw tabBefore(scanner);
  return false;
}

/** The next token may be as deep as this collection, or less deep. */
function toNextMember(scanner: Scanner, column: number): void {
  scanner.toContent();
  if (scanner.isEnd) return;
  if (scanner.column > column) throw misplaced(scanner);
  if (scanner.isIndentedByTab) throw tabBefore(scanner);
}

/** Nothing but a comment may follow on the line. */
function closed<T>(scanner: Scanner, value: T): T {
  const mark = scanner.mark();
  if (!scanner.toContent() && !scanner.isEnd)
    throw scanner.problem(
      'Text follows behind a quote or bracket that was closed.',
      'Put all of the text in one pair of quotes.',
    );
  scanner.reset(mark);
  return value;
}

function isBeforeColon(scanner: Scanner): boolean {
  scanner.skipBlanks();
  return scanner.isIndicator(':');
}

const isMarker = (scanner: Scanner): boolean => scanner.isMarker('---') || scanner.isMarker('...');
