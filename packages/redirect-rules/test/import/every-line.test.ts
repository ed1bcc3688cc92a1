import fc from 'fast-check';
import { moreRuns } from '../support/runs';
import { corpusText, isCorpusThere, sayAbsent } from './corpus';
import { type Format, formats } from './formats';

/** Lines that say something, and of which the report says nothing. */
function untold({ importText, isNothing }: Format, text: string): string[] {
  const { converted, changed, refused } = importText(text).report;
  if (refused.some(({ what }) => what === 'the whole file')) return [];
  const told = new Set<number>();
  for (const { line, lastLine = line } of [...converted, ...changed, ...refused])
    for (let at = line; at <= lastLine; at += 1) told.add(at);
  return text
    .split('\n')
    .map((line, place) => ({ line, place: place + 1 }))
    .filter(({ line, place }) => !isNothing.test(line) && !told.has(place))
    .map(({ line, place }) => `${place}: ${line}`);
}

/** Lines taken out, moved, said twice, or with a word of another in them. */
const mixed = (text: string) => {
  const lines = text.split('\n');
  const words = text.split(/\s+/);
  const edit = fc.tuple(
    fc.nat(lines.length - 1),
    fc.nat(lines.length - 1),
    fc.constantFrom('drop', 'copy', 'word'),
    fc.constantFrom(...words),
  );
  return fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) => {
    const all = [...lines];
    for (const [from, to, kind, word] of edits) {
      const line = all[from] ?? '';
      if (kind === 'drop') all.splice(from, 1);
      else if (kind === 'copy') all.splice(to, 0, line);
      else all[from] = line.replace(/\S+(?=\s*;?$)/, () => word);
    }
    return all.join('\n');
  });
};

describe.each(formats)('of $name no line is dropped in silence', (format) => {
  test('in a file with every form', () => {
    expect(untold(format, format.text)).toEqual([]);
  });

  test('in a file with lines that do not belong there', () => {
    fc.assert(
      fc.property(mixed(format.text), (text) => {
        expect({ text, untold: untold(format, text) }).toEqual({ text, untold: [] });
      }),
      { numRuns: 12 * moreRuns },
    );
  });
});

/** Said to be converted, and rightly so without a trace: what they say would be so without them. */
const traceless = /^\s*(default "";|if \(\$scheme = ftp\).*|hsts-img: true|Source URL,.*)$/;

/** Lines said to be converted, without which the rules come out the same. */
function idle({ importText, text }: Format): string[] {
  const { file, report } = importText(text);
  const rules = JSON.stringify(file);
  const lines = text.split('\n');
  const isOthers = (at: number) =>
    report.changed.some(({ line, lastLine = line }) => line <= at && at <= lastLine);
  const single = report.converted.filter(({ line, lastLine }) => lastLine === undefined && !isOthers(line));
  return [...new Set(single.map(({ line }) => line))]
    .filter((at) => {
      const without = importText(lines.filter((_, place) => place + 1 !== at).join('\n'));
      const isWhole = without.report.refused.every(({ what }) => what !== 'the whole file');
      return isWhole && JSON.stringify(without.file) === rules;
    })
    .map((at) => lines[at - 1]!)
    .filter((line) => !traceless.test(line));
}

test.each(formats)('lines of $name that are said to be converted make a difference', (format) => {
  expect(idle(format)).toEqual([]);
});

if (!isCorpusThere) sayAbsent();
const describeCorpus = isCorpusThere ? describe : describe.skip;

describeCorpus("of Mozilla's production rules no line is dropped in silence", () => {
  test.each([
    ['nginx', 'prod-refractr.nginx.conf'],
    ['refractr', 'prod-refractr.yml'],
  ])('as %s', (name, file) => {
    const format = formats.find((one) => one.name === name)!;
    expect(untold(format, corpusText(file))).toEqual([]);
  });
});
