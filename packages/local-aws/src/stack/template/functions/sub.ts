import type { Expression } from '../expression';
import type { IntrinsicFunction, Site } from './function';
import { splitAtFirstDot } from './names';

/** A text with `${Name}`, `${Resource.Attribute}` and `${!Literal}`, or that and a map of own names. */
export const sub: IntrinsicFunction = {
  name: 'Fn::Sub',
  takes: 'a text, or a list of a text and a map of its own names',
  read: (argument, site) => {
    const [text, own] = Array.isArray(argument) ? argument : [argument, {}];
    const takesMap = !Array.isArray(argument) || argument.length === 2;
    if (typeof text !== 'string' || !takesMap || typeof own !== 'object' || Array.isArray(own))
      return undefined;
    const variables = Object.fromEntries(
      Object.entries(own).map(([name, value]) => [name, site.read(value, 1, name)]),
    );
    return { kind: 'text', parts: [...partsOf(text, variables, site)], at: site.at };
  },
};

function* partsOf(text: string, variables: Record<string, Expression>, site: Site): Generator<Expression> {
  let end = 0;
  for (const match of text.matchAll(/\$\{([^}]*)\}/g)) {
    yield literal(text.slice(end, match.index));
    end = match.index + match[0].length;
    yield readName(match[1] ?? '', variables, site);
  }
  yield literal(text.slice(end));
}

const literal = (value: string): Expression => ({ kind: 'literal', value });

function readName(name: string, variables: Record<string, Expression>, { at, refuse }: Site): Expression {
  if (name.startsWith('!')) return literal(`\${${name.slice(1)}}`);
  if (!/^[\w.:]+$/.test(name))
    refuse({ at, text: `Fn::Sub: \${${name}} is no name; write \${!${name}} for the characters themselves` });
  const own = variables[name];
  if (own) return own;
  const [logicalId, attribute] = splitAtFirstDot(name) as [string, string?];
  return attribute ? { kind: 'attribute', logicalId, attribute, at } : { kind: 'ref', name, at };
}
