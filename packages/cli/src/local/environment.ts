import type { LocalAws } from '@cutover/local-aws';

/** A shell that is full of a real profile would send these along, or prefer them. */
const unset = ['AWS_PROFILE', 'AWS_SESSION_TOKEN'];

/**
 * The lines for `eval`. Every line ends with a semicolon, since `eval $(…)` without quotes joins them to one.
 */
export function exportLines(environment: Readonly<Record<string, string>>): string {
  const exports = Object.entries(environment).map(([name, value]) => `export ${name}=${quoted(value)};\n`);
  return `${exports.join('')}unset ${unset.join(' ')};\n`;
}

const quoted = (value: string): string =>
  /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;

/** What a client of AWS, and a person who looks around, must know of a local AWS. */
export function environmentOf(aws: LocalAws, caFile: string, pid: number): Record<string, string> {
  return { ...aws.environment(caFile), CUTOVER_LOCAL_PID: String(pid) };
}
