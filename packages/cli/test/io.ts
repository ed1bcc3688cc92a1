import type { Io } from '../src/io';

/** An Io that keeps what was written. */
export function recordingIo(
  env: Record<string, string | undefined> = {},
): Io & { stdout: string; stderr: string } {
  const io = {
    stdout: '',
    stderr: '',
    env,
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
