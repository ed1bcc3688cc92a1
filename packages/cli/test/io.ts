import type { Io } from '../src/io';

/** An Io that keeps what was written, and has these pieces on standard input. */
export function recordingIo(
  env: Record<string, string | undefined> = {},
  input: readonly (string | Uint8Array)[] = [],
): Io & { stdout: string; stderr: string } {
  const io = {
    stdout: '',
    stderr: '',
    env,
    input: (async function* () {
      for (const piece of input) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
    })(),
    interactive: false,
    out: (text: string) => {
      io.stdout += text;
    },
    err: (text: string) => {
      io.stderr += text;
    },
  };
  return io;
}
