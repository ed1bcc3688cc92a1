import type { Scanner } from './scanner';

/** `|` keeps line ends, `>` makes spaces of them; `-` drops the last line end, `+` keeps all. */
export function readBlockScalar(scanner: Scanner, parentIndent: number): string {
  const start = scanner.at;
  const header = readHeader(scanner);
  const lines: string[] = [];
  let indent = header.indent === undefined ? undefined : Math.max(parentIndent, 0) + header.indent;
  while (!scanner.isEnd) {
    const line = scanner.text.slice(scanner.at, scanner.lineEnd());
    const depth = line.search(/[^ ]|$/);
    const isEmpty = depth === line.length;
    if (!isEmpty) {
      indent ??= depth > parentIndent ? depth : Number.POSITIVE_INFINITY;
      if (depth < indent) break;
    }
    lines.push(isEmpty && (indent === undefined || depth < indent) ? '' : line.slice(indent));
    scanner.toNextLine();
    scanner.checkLength(start, scanner.at);
  }
  return finish(lines, header);
}

interface Header {
  readonly style: string;
  readonly chomp: string;
  readonly indent: number | undefined;
}

function readHeader(scanner: Scanner): Header {
  const start = scanner.at;
  const line = scanner.text.slice(start, scanner.lineEnd());
  const [header, style = '', flags = ''] = /^([|>])([-+1-9]{0,2})(?=[ \t]*$|[ \t]+#)/.exec(line) ?? [];
  const chomp = flags.replace(/\d/g, '');
  const digit = flags.replace(/\D/g, '');
  if (header === undefined || chomp.length > 1 || digit.length > 1)
    throw scanner.problem(
      `${style || line[0]} begins a text of several lines, which starts on the next line.`,
      'End the line here, or put the text in single quotes.',
    );
  scanner.toNextLine();
  return { style, chomp, indent: digit === '' ? undefined : Number(digit) };
}

function finish(lines: readonly string[], { style, chomp }: Header): string {
  let last = lines.length;
  while (last > 0 && lines[last - 1] === '') last--;
  const content = lines.slice(0, last);
  const trailing = lines.length - last;
  const text = style === '|' ? content.join('\n') : foldLines(content);
  if (chomp === '-') return text;
  if (chomp === '+') return text + '\n'.repeat(trailing + (last > 0 ? 1 : 0));
  return last > 0 ? `${text}\n` : '';
}

/** Lines that begin with a blank keep their line ends, and so do their neighbours. */
function foldLines(lines: readonly string[]): string {
  let folded = '';
  let breaks = 0;
  let above: string | undefined;
  for (const line of lines) {
    if (line === '') {
      breaks++;
      continue;
    }
    if (above === undefined) folded += '\n'.repeat(breaks);
    else if (/^[ \t]/.test(line) || /^[ \t]/.test(above)) folded += '\n'.repeat(breaks + 1);
    else folded += breaks === 0 ? ' ' : '\n'.repeat(breaks);
    folded += line;
    above = line;
    breaks = 0;
  }
  return folded;
}
