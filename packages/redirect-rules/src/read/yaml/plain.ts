import { colonMissing, isUnspacedKey } from './complaints';
import { resolvePlain } from './core-schema';
import { isBlank, type Scanner, trimBlanks } from './scanner';

const flowIndicators = ',[]{}';

/** Checks that a bare text may begin here. */
export function checkPlainStart(scanner: Scanner): void {
  if (!/^[@`%,\]}]/.test(scanner.char)) return;
  throw scanner.problem(`A text cannot begin with ${scanner.char} in YAML.`, 'Put it in single quotes.');
}

/** Where a bare text ends on its line, outside of brackets: before `: `, ` #` or the end of the line. */
export function plainLineEnd(scanner: Scanner): number {
  const line = scanner.text.slice(scanner.at, scanner.lineEnd());
  const stop = line.search(/:(?=[ \t]|$)|[ \t]#/);
  return scanner.at + trimBlanks(stop < 0 ? line : line.slice(0, stop)).length;
}

/** A bare text whose first line ends at `end`; lines that are deeper than the parent carry it on. */
export function readPlain(scanner: Scanner, end: number, parentIndent: number): unknown {
  const start = scanner.at;
  const isOver = () => scanner.column <= parentIndent || scanner.isMarker('---') || scanner.isMarker('...');
  scanner.at = end;
  return readLines(scanner, start, isOver, (at) => lineOf(at, scanner.text.slice(start, end), start));
}

/** A text from `start`, read to the end of its first line, with the lines that carry it on. */
function readLines(
  scanner: Scanner,
  start: number,
  isOver: (scanner: Scanner) => boolean,
  readLine: (scanner: Scanner) => string,
): unknown {
  const first = trimBlanks(scanner.text.slice(start, scanner.at));
  scanner.checkLength(start, scanner.at);
  let lines: string[] | undefined;
  for (;;) {
    const mark = scanner.mark();
    const breaks = nextLine(scanner);
    if (breaks < 0 || isOver(scanner)) {
      scanner.reset(mark);
      return lines === undefined ? resolvePlain(first) : lines.join('');
    }
    lines ??= [first];
    lines.push(breaks === 0 ? ' ' : '\n'.repeat(breaks), readLine(scanner));
    scanner.checkLength(start, scanner.at);
  }
}

/** A further line of a bare text. A key there means that the line above was meant to be none. */
function lineOf(scanner: Scanner, first: string, firstAt: number): string {
  const start = scanner.at;
  const end = plainLineEnd(scanner);
  scanner.at = end;
  scanner.skipBlanks();
  if (!scanner.isIndicator(':')) {
    scanner.at = end;
    return scanner.text.slice(start, end);
  }
  if (isUnspacedKey(first)) throw colonMissing(scanner, first, firstAt);
  throw scanner.problem(
    'This line is deeper than the one above, which has a value already.',
    'Give keys of one mapping the same number of spaces.',
    start,
  );
}

/** Goes to the next line with text on it; the number of empty lines between, -1 where a comment or the end comes. */
function nextLine(scanner: Scanner): number {
  let breaks = -1;
  scanner.skipBlanks();
  while (scanner.char === '\n') {
    scanner.toNextLine();
    scanner.skipBlanks();
    breaks++;
  }
  return scanner.isEnd || scanner.char === '#' ? -1 : breaks;
}

/** A bare text between brackets, where commas and brackets end it too. */
export function readFlowPlain(scanner: Scanner): unknown {
  const start = scanner.at;
  flowLine(scanner);
  return readLines(scanner, start, isFlowEnd, flowLine);
}

const isFlowEnd = (scanner: Scanner): boolean =>
  flowIndicators.includes(scanner.char) || isFlowColon(scanner);

function flowLine(scanner: Scanner): string {
  const { text, at: start } = scanner;
  while (!scanner.isEnd && !(flowIndicators.includes(scanner.char) || scanner.char === '\n')) {
    if (isFlowColon(scanner)) break;
    if (scanner.char === '#' && isBlank(text.charAt(scanner.at - 1))) break;
    scanner.at++;
  }
  return trimBlanks(text.slice(start, scanner.at));
}

/** A colon that parts key and value: before a blank, a comma or a bracket. */
export function isFlowColon(scanner: Scanner): boolean {
  const next = scanner.text.charAt(scanner.at + 1);
  return scanner.char === ':' && (isBlank(next) || flowIndicators.includes(next));
}
