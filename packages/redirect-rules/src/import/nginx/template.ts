/** A value of the configuration, cut at its variables. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  /** `$name`, in lower case as nginx takes it, or the number of a capture. */
  | { readonly kind: 'variable'; readonly name: string };

/** nginx has no way to write a dollar sign in a value; one that no name follows stands for itself. */
export function parseTemplate(value: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let text = '';
  for (const [part, braced, bare] of value.matchAll(/\$\{(\w+)\}|\$([1-9]|[A-Za-z_]\w*)|[^$]+|\$/g)) {
    const name = braced ?? bare;
    if (name === undefined) text += part;
    else {
      if (text !== '') parts.push({ kind: 'text', text });
      text = '';
      parts.push({ kind: 'variable', name: name.toLowerCase() });
    }
  }
  return text === '' ? parts : [...parts, { kind: 'text', text }];
}

export const variablesOf = (value: string): string[] =>
  parseTemplate(value).flatMap((part) => (part.kind === 'variable' ? [part.name] : []));

/** The value where every variable that is known is put in. */
export function substitute(value: string, known: ReadonlyMap<string, string>): string {
  return parseTemplate(value)
    .map((part) => (part.kind === 'text' ? part.text : (known.get(part.name) ?? `\${${part.name}}`)))
    .join('');
}
