import type { Io } from '../io';
import type { Watch } from '../rehearsal/progress';
import { eventLines } from './event-lines';
import { renderFrame } from './frame';
import { mayColour, paint } from './paint';
import { after, nothingYet } from './state';
import { screen } from './terminal';

/** What people see while a rehearsal runs. */
export interface Live {
  readonly watch: Watch;
  /** Leaves the last state on the screen. */
  end(): void;
}

export interface LiveOptions {
  /** Programs read the one document on standard output; nothing else is said. */
  readonly json?: boolean;
  /** Wall milliseconds. */
  readonly now: () => number;
  readonly columns?: number;
}

/** A screen that redraws itself on a terminal, one line per event elsewhere, silence for `--json`. */
export function liveView(io: Io, options: LiveOptions): Live {
  if (options.json) return { watch: () => undefined, end: () => undefined };
  return io.interactive && io.env.TERM !== 'dumb' ? onTerminal(io, options) : inLines(io);
}

function onTerminal(io: Io, { now, columns }: LiveOptions): Live {
  const { draw, drawNow } = screen(io.err, now);
  const coloured = mayColour(io.env, io.interactive);
  let state = nothingYet;
  const lines = (): string[] => {
    const plain = renderFrame(state, columns);
    return coloured ? plain.map(paint) : plain;
  };
  return {
    watch: (progress) => {
      state = after(state, progress);
      draw(lines);
    },
    end: () => drawNow(lines()),
  };
}

function inLines(io: Io): Live {
  let state = nothingYet;
  return {
    watch: (progress) => {
      for (const line of eventLines(state, progress)) io.err(`${line}\n`);
      state = after(state, progress);
    },
    end: () => undefined,
  };
}
