import type { Declaration } from '../declaration';
import { LANGUAGE } from '../declaration';

/** Rules as their reader takes them, and how to say where in them something stands. */
export interface RuleText {
  readonly bytes: string | Uint8Array;
  readonly file: string;
  readonly placeOf: (place: { readonly line: number; readonly column: number }) => string;
}

/**
 * The rules of a template, a line for each value, so that a line tells its property. Numbers and truth values must be
 * such already: CloudFormation sends them as texts, and the schema, which tells them apart, is the handler's.
 */
export function inlineText(declared: Declaration): RuleText {
  const lines: string[] = [];
  const paths: string[] = [];
  const add = (line: string, path: string) => {
    lines.push(line);
    paths.push(path);
  };
  const write = (value: unknown, path: string, before: string, after: string): void => {
    if (typeof value !== 'object' || value === null) {
      add(`${before}${JSON.stringify(value)}${after}`, path);
      return;
    }
    const isList = Array.isArray(value);
    const entries = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
    add(`${before}${isList ? '[' : '{'}`, path);
    for (const [at, [name, each]] of entries.entries()) {
      const end = at < entries.length - 1 ? ',' : '';
      const inner = isList ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`;
      write(each, inner, isList ? '' : `${JSON.stringify(name)}: `, end);
    }
    add(`${isList ? ']' : '}'}${after}`, path);
  };
  write(Object.fromEntries(LANGUAGE.map((name) => [name, declared[name]])), '', '', '');
  return {
    bytes: `${lines.join('\n')}\n`,
    file: 'template',
    placeOf: ({ line }) => paths[line - 1] || 'Sites',
  };
}

export const sourceText = (bytes: Uint8Array, file: string): RuleText => ({
  bytes,
  file,
  placeOf: ({ line, column }) => `${file}:${line}:${column}`,
});
