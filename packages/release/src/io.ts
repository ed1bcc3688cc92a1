/** What a command may use of the process around it; tests hand in their own. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Where relative paths begin: the root of a repository with folders of types. */
  readonly folder: string;
  now(): number;
  sleep(ms: number): Promise<void>;
}

export const processIo = (): Io => ({
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  folder: process.cwd(),
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
