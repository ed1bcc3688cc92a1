import type { Io } from '../io';
import { clip, clockText, columns, countText, plural } from '../live/format';
import { mayColour, paint } from '../live/paint';
import { screen } from '../live/terminal';
import { failedGlyph, glyphOf, timelineCells } from '../live/timeline-cells';
import { newsIn } from './news';
import { certificateText, type Sample } from './sample';
import { answererOf } from './summary';

/** What people see while a watch goes on. */
export interface WatchView {
  show(sample: Sample): void;
  end(): void;
}

export interface ViewOptions {
  /** Wall milliseconds. */
  readonly now: () => number;
  readonly columns?: number;
}

/** A screen that redraws itself on a terminal; elsewhere a line for each thing that changed. */
export function watchView(io: Io, urls: readonly string[], options: ViewOptions): WatchView {
  return io.interactive && io.env.TERM !== 'dumb' ? onTerminal(io, urls, options) : inLines(io);
}

function inLines(io: Io): WatchView {
  const last = new Map<string, Sample>();
  return {
    show(sample) {
      for (const line of newsIn(last.get(sample.url), sample))
        io.err(`${clockText(sample.t / 1000)}  ${sample.url}  ${line}\n`);
      last.set(sample.url, sample);
    },
    end: () => undefined,
  };
}

function onTerminal(io: Io, urls: readonly string[], { now, columns: width = 80 }: ViewOptions): WatchView {
  const { draw, drawNow } = screen(io.err, now);
  const coloured = mayColour(io.env, io.interactive);
  const samples = new Map<string, Sample[]>(urls.map((url) => [url, []]));
  const lines = (): string[] => {
    const plain = frameOf(samples, width);
    return coloured ? plain.map(paint) : plain;
  };
  return {
    show(sample) {
      samples.get(sample.url)?.push(sample);
      draw(lines);
    },
    end: () => drawNow(lines()),
  };
}

/** The whole screen as plain lines, none wider than `width`. */
export function frameOf(samples: ReadonlyMap<string, readonly Sample[]>, width: number): string[] {
  const all = [...samples.values()].flat();
  const sides = [...new Set(all.flatMap(({ who }) => who ?? []))];
  const seconds = Math.max(0, ...all.map(({ t }) => t / 1000));
  const failed = all.filter((sample) => sample.failed).length;
  const legend = sides.map((side) => `${glyphOf(side, sides)} ${side}`);
  return [
    `${clockText(seconds)}  ${plural(all.length, 'request')}, ${countText(failed)} failed; Ctrl-C ends`,
    ...[...samples].flatMap(([url, seen]) => ['', ...blockOf(url, seen, sides, width)]),
    '',
    `  ${[...legend, `${failedGlyph} failed`].join('   ')}`,
  ].map((line) => clip(line, width));
}

function blockOf(url: string, seen: readonly Sample[], sides: readonly string[], width: number): string[] {
  const last = seen.at(-1);
  if (!last) return [url];
  const moments = seen.map(({ who, failed }) => ({ side: who, failed }));
  const facts = columns([
    ['answered by', answererOf(last)],
    ['status', last.error ?? String(last.status)],
    ['DNS', last.dns ?? ''],
    ['certificate', certificateOf(last)],
  ]);
  return [url, `  ${timelineCells(moments, sides, width - 4)}`, ...facts.map((line) => line.trimEnd())];
}

const certificateOf = ({ certificate }: Sample): string =>
  certificate
    ? `${certificateText(certificate)}, by ${certificate.issuer}, until ${certificate.validUntil.slice(0, 10)}`
    : 'none';
