/** `a.example.com` for `A.Example.com.`; Route 53 writes other characters than letters, digits, `-`, `_` and `.` in octal: `*` is `\052`. */
export function readRecordName(name: string): string {
  return name
    .replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
    .replace(/\.$/, '')
    .toLowerCase();
}

/** The name as Route 53 takes it: absolute, with `*` and others as it writes them itself. */
export function writeRecordName(name: string): string {
  const escaped = name.replace(
    /[^a-zA-Z0-9._-]/g,
    (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`,
  );
  return `${escaped.replace(/\.$/, '')}.`;
}
