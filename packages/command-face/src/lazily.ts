import type { Command } from 'commander';

/** Tells the exit code of a command that has done its work. */
export type Finish = (exitCode: number) => void;

/**
 * The commands of a program, in the order of its help. Each brings its own libraries, which take longer to load than most
 * commands to run.
 */
export type Loaders<Io> = Readonly<Record<string, (io: Io, finish: Finish) => Promise<Command>>>;

/** The command that is named first; else all, for a help page or a guess at what was meant. */
export function commandsFor<Io>(
  [first = '']: readonly string[],
  loaders: Loaders<Io>,
  io: Io,
  finish: Finish,
): Promise<Command[]> {
  const wanted = Object.hasOwn(loaders, first) ? [loaders[first]!] : Object.values(loaders);
  return Promise.all(wanted.map((load) => load(io, finish)));
}
