/**
 * Domain names come in three spellings: as people write them (`*.Example.com`), as Route 53 answers them
 * (`\052.example.com.`, see "DNS domain name format" in its developer guide) and as DNS compares them
 * (`*.example.com`). Everything in the world's records has the second form, everything in `dns/` the third.
 */

const octal = (char: string): string => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`;

/** `\052.example.com.` -> `*.example.com`: escapes undone, lower case, no last dot. */
export function plainName(name: string): string {
  // Most names have none, and a regex takes as long as all the rest.
  const unescaped = name.includes('\\') ? withoutEscapes(name) : name;
  return (unescaped.endsWith('.') ? unescaped.slice(0, -1) : unescaped).toLowerCase();
}

const withoutEscapes = (name: string): string =>
  name.replace(/\\([0-3][0-7]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));

/** `*.Example.com` -> `\052.example.com.`: the form in which Route 53 stores and answers names. */
export const route53Name = (name: string): string => `${plainName(name).replace(/[^a-z0-9\-_.]/g, octal)}.`;

/** `a.b.example.com` -> [`a.b.example.com`, `b.example.com`, `example.com`, `com`]. */
export function ancestry(name: string): string[] {
  const labels = name.split('.');
  return labels.map((_, at) => labels.slice(at).join('.'));
}

/** Whether `name` is `ancestor` or below it. */
export const isWithin = (name: string, ancestor: string): boolean =>
  name === ancestor || name.endsWith(`.${ancestor}`);
