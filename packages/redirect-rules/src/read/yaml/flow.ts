import { type Builder, type Members, setMember } from './builder';
import { colonMissing, refuseUnread } from './complaints';
import { checkPlainStart, isFlowColon, readFlowPlain } from './plain';
import { readQuoted } from './quoted';

/** `[one, two]` or `{key: value}`, over lines too; ends behind the bracket. */
export function readFlow(builder: Builder): object {
  return builder.nested(() => (builder.scanner.char === '[' ? list(builder) : mapping(builder)));
}

function list(builder: Builder): unknown[] {
  const { scanner } = builder;
  const start = scanner.at;
  const items: unknown[] = [];
  const offsets: number[] = [];
  eachUntil(builder, ']', () => {
    const { at } = scanner;
    builder.item(items, node(builder), offsets, at);
    scanner.toContent();
    if (scanner.char === ':')
      throw scanner.problem('A key stands in a list.', 'Write {key: value}, or put the text in quotes.');
  });
  return builder.keepList(items, start, offsets);
}

function mapping(builder: Builder): object {
  const { scanner } = builder;
  const start = scanner.at;
  const members: Members = { value: {}, keys: [], offsets: [] };
  eachUntil(builder, '}', () => {
    const at = scanner.at;
    const key = readKey(builder);
    builder.claim(members, key, at);
    scanner.toContent();
    members.offsets.push(scanner.at);
    setMember(members, key, ',}'.includes(scanner.char) ? null : node(builder));
  });
  return builder.keepMapping(members, start);
}

/** A key with its colon, which need no blank behind it where the key is quoted: so is JSON. */
function readKey({ scanner }: Builder): string {
  const { at: start, char } = scanner;
  const isQuoted = char === '"' || char === "'";
  refuseUnread(scanner);
  if (char === '[' || char === '{')
    throw scanner.problem('A key must be a text.', 'Close the bracket before.');
  if (!isQuoted) checkPlainStart(scanner);
  const quoted = isQuoted ? readQuoted(scanner) : readFlowPlain(scanner);
  const written = scanner.text.slice(start, scanner.at);
  scanner.toContent();
  if (!(isQuoted ? scanner.char === ':' : isFlowColon(scanner)) || written.includes('\n'))
    throw colonMissing(scanner, written.split('\n', 1)[0]!, start);
  scanner.at++;
  return isQuoted ? String(quoted) : written;
}

/** Goes through what stands between brackets, with commas between; ends behind the closing one. */
function eachUntil({ scanner }: Builder, close: ']' | '}', read: () => void): void {
  const start = scanner.at;
  scanner.at++;
  scanner.toContent();
  while (scanner.char !== close) {
    if (!scanner.isEnd) read();
    scanner.toContent();
    if (scanner.isEnd)
      throw scanner.problem('A bracket is opened here and never closed.', `Close it with ${close}.`, start);
    if (scanner.char === ',') {
      scanner.at++;
      scanner.toContent();
    } else if (scanner.char !== close)
      throw scanner.problem(
        `A comma or ${close} is missing before this.`,
        'Put a comma between members; put a text with a comma, a bracket or `: ` in quotes.',
      );
  }
  scanner.at++;
}

function node(builder: Builder): unknown {
  const { scanner } = builder;
  const { char } = scanner;
  refuseUnread(scanner);
  if (char === '[' || char === '{') return readFlow(builder);
  if (char === '"' || char === "'") return readQuoted(scanner);
  checkPlainStart(scanner);
  if (scanner.isIndicator('-') || char === '|' || char === '>')
    throw scanner.problem(`${char} has no meaning between brackets.`, 'Put the text in quotes.');
  return readFlowPlain(scanner);
}
