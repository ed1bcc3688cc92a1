import type { Declaration } from '../declaration';
import { LANGUAGE } from '../declaration';

/** Rules as their reader takes them, and how to say where in them something stands. */
export interface RuleText {
  readonly bytes: string | Uint8Array;
  readonly file: string;
  readonly placeOf: (place: { readonly line: number; readonly column: number }) => string;
}

/** Numbers and truths come as text where CloudFormation has resolved a parameter, and numbers as bigints of its library. */
const NUMBERS = ['Status', 'Expect', 'MaxAge', 'MinRuleCoverage'];
const TRUTHS = ['IgnoreCase', 'IgnoreTrailingSlash', 'IncludeSubDomains', 'Preload', 'CacheControl', 'Hsts'];

/** The rules of a template, a line for each value, so that a line tells its property. */
export function inlineText(declared: Declaration): RuleText {
  const lines: string[] = [];
  const paths: string[] = [];
  const add = (line: string, path: string) => {
    lines.push(line);
    paths.push(path);
  };
  const write = (value: unknown, key: string, path: string, before: string, after: string): void => {
    if (typeof value !== 'object' || value === null) {
      add(`${before}${JSON.stringify(plain(value, key))}${after}`, path);
      return;
    }
    const isList = Array.isArray(value);
    const entries = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
    add(`${before}${isList ? '[' : '{'}`, path);
    for (const [at, [name, each]] of entries.entries()) {
      const end = at < entries.length - 1 ? ',' : '';
      const inner = isList ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`;
      write(each, isList ? key : name, inner, isList ? '' : `${JSON.stringify(name)}: `, end);
    }
    add(`${isList ? ']' : '}'}${after}`, path);
  };
  write(Object.fromEntries(LANGUAGE.map((name) => [name, declared[name]])), '', '', '', '');
  return {
    bytes: `${lines.join('\n')}\n`,
    file: 'template',
    placeOf: ({ line }) => paths[line - 1] || 'Sites',
  };
}

function plain(value: unknown, key: string): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'string') return value;
  if (NUMBERS.includes(key) && /^\d+$/.test(value)) return Number(value);
  return TRUTHS.includes(key) && /^(true|false)$/.test(value) ? value === 'true' : value;
}

export const sourceText = (bytes: Uint8Array, file: string): RuleText => ({
  bytes,
  file,
  placeOf: ({ line, column }) => `${file}:${line}:${column}`,
});
