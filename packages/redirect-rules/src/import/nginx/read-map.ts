import { Refusal } from '../report';
import type { Directive } from './directives';
import type { MapEntry, VariableMap } from './server';

/** `map $source $name { ... }`, with its regexes behind its texts, as nginx looks at them. */
export function readMap({ args, line, lastLine, block }: Directive): { name: string; map: VariableMap } {
  const [source = '', name = ''] = args;
  const what = `map ${args.join(' ')}`;
  if (!/^\$\w+$/.test(source) || !/^\$\w+$/.test(name) || args.length !== 2)
    throw new Refusal(line, what, 'it must be one variable by another');
  const entries: MapEntry[] = [];
  let otherwise = '';
  for (const { name: key, args: values, line: at, comment } of block ?? []) {
    const [value = ''] = values;
    if (key === 'include' || key === 'hostnames')
      throw new Refusal(at, `${what} { ${key} }`, 'a map must name its keys one by one');
    if (values.length > 1 || (key === 'volatile' && values.length === 0 ? false : values.length === 0))
      throw new Refusal(at, `${what} { ${key} }`, 'an entry must be a key and a value');
    if (key === 'volatile' && values.length === 0) continue;
    if (key === 'default') otherwise = value;
    else entries.push({ line: at, ...(comment === undefined ? {} : { comment }), key: readKey(key), value });
  }
  const isRegex = ({ key }: MapEntry) => key.kind === 'regex';
  const inOrder = [...entries.filter((entry) => !isRegex(entry)), ...entries.filter(isRegex)];
  return {
    name: name.slice(1).toLowerCase(),
    map: { line, lastLine, source: source.slice(1).toLowerCase(), entries: inOrder, otherwise },
  };
}

/** A backslash keeps a text from being taken for a special word. */
function readKey(key: string): MapEntry['key'] {
  if (key.startsWith('~*')) return { kind: 'regex', pcre: key.slice(2), ignoreCase: true };
  if (key.startsWith('~')) return { kind: 'regex', pcre: key.slice(1), ignoreCase: false };
  return { kind: 'text', text: key.startsWith('\\') ? key.slice(1) : key };
}
