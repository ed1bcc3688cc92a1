import type { Lines } from '../report';

export interface CsvRecord extends Lines {
  readonly lastLine: number;
  readonly fields: readonly string[];
  /** Why it cannot be read. */
  readonly problem?: string;
}

const ends = /[,\r\n]/g;

/**
 * RFC 4180, with any line end and without a byte order mark. Empty lines give no record. A quote that is never closed
 * ends with its line, so that one slip does not swallow the rest of a list.
 */
export function* recordsOf(text: string): Generator<CsvRecord> {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const record = readRecord(text, at, line);
    if (record.problem !== undefined || record.fields.length > 1 || record.fields[0] !== '') yield record;
    at = record.end;
    line = record.endLine;
  }
}

interface ReadRecord extends CsvRecord {
  readonly end: number;
  readonly endLine: number;
}

function readRecord(text: string, start: number, line: number): ReadRecord {
  const fields: string[] = [];
  let endLine = line;
  let at = start;
  for (;;) {
    const field = text[at] === '"' ? quoted(text, at) : bare(text, at);
    if (field.problem !== undefined) {
      const end = lineEnd(text, start);
      return {
        line,
        lastLine: line,
        fields: [text.slice(start, end).trimEnd()],
        problem: field.problem,
        ...after(text, end, line),
      };
    }
    fields.push(field.value);
    endLine += field.lines;
    at = field.end;
    if (text[at] !== ',') return { line, lastLine: endLine, fields, ...after(text, at, endLine) };
    at += 1;
  }
}

interface Field {
  readonly value: string;
  readonly end: number;
  /** Line ends within. */
  readonly lines: number;
  readonly problem?: string;
}

function bare(text: string, at: number): Field {
  const end = nextEnd(text, at);
  return { value: text.slice(at, end).trim(), end, lines: 0 };
}

function quoted(text: string, at: number): Field {
  let end = at;
  do {
    end = text.indexOf('"', end + 1);
    if (end === -1) return { value: '', end: text.length, lines: 0, problem: 'a quote is never closed' };
    if (text[end + 1] !== '"') break;
    end += 1;
  } while (end !== -1);
  const value = text.slice(at + 1, end).replaceAll('""', '"');
  const next = nextEnd(text, end + 1);
  const isClean = text.slice(end + 1, next).trim() === '';
  return {
    value: value.trim(),
    end: next,
    lines: value.split(/\r\n|\r|\n/).length - 1,
    ...(!isClean && { problem: 'something stands behind a closing quote' }),
  };
}

function nextEnd(text: string, at: number): number {
  ends.lastIndex = at;
  return ends.exec(text)?.index ?? text.length;
}

const lineEnd = (text: string, at: number): number => {
  const found = text.slice(at).search(/[\r\n]/);
  return found === -1 ? text.length : at + found;
};

function after(text: string, at: number, line: number): { end: number; endLine: number } {
  return { end: at + (text.startsWith('\r\n', at) ? 2 : 1), endLine: line + 1 };
}
