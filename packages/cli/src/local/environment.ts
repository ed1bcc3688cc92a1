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
