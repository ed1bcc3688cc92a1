/** What a command may use of the process around it; tests hand in their own. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Standard input, in the pieces in which it comes. */
  readonly input: AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard error is a terminal on which lines may be rewritten. */
  readonly interactive: boolean;
}

export const processIo = (): Io => ({
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  // Whoever touches it opens it: only the commands that read it may.
  get input() {
    return process.stdin;
  },
  env: process.env,
  interactive: process.stderr.isTTY === true,
});
