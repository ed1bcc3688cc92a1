import { readText, writeText } from './codecs';
import type { HttpRequest } from './http';
import type { Routed } from './protocol';
import { bindingOf, membersOf, type Shape } from './schemas';

/** The members of the input that travel in path, query and headers. */
export function readBindings({ operation, labels }: Routed, request: HttpRequest): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, member] of membersOf(operation.input)) {
    const value = readBinding(name, member, labels, request);
    if (value !== undefined) input[name] = value;
  }
  return input;
}

function readBinding(name: string, member: Shape, labels: Routed['labels'], request: HttpRequest): unknown {
  const binding = bindingOf(name, member);
  switch (binding.place) {
    case 'label':
      return textOf(member, labels[name]);
    case 'query':
      return member.isListSchema()
        ? listOf(member, request.query.getAll(binding.name))
        : textOf(member, request.query.get(binding.name));
    case 'header':
      return textOf(member, request.headers[binding.name.toLowerCase()]);
    case 'prefix':
      return prefixed(request.headers, binding.name.toLowerCase());
    default:
      return undefined;
  }
}

const textOf = (member: Shape, text: string | null | undefined): unknown =>
  text == null ? undefined : readText(member, text);

const listOf = (member: Shape, texts: string[]): unknown =>
  texts.length === 0 ? undefined : texts.map((text) => readText(member.getValueSchema(), text));

const prefixed = (headers: HttpRequest['headers'], prefix: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      name.startsWith(prefix) && value !== undefined ? [[name.slice(prefix.length), value]] : [],
    ),
  );

/** The members of the output that travel in headers: ETag, Location and their like. */
export function writeHeaders(shape: Shape, output: Record<string, unknown>): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, member] of membersOf(shape)) {
    const binding = bindingOf(name, member);
    const value = output[name];
    if (value == null) continue;
    if (binding.place === 'header') headers[binding.name] = writeText(member, value);
    if (binding.place === 'prefix')
      for (const [key, text] of Object.entries(value as Record<string, string>))
        headers[binding.name + key] = text;
  }
  return headers;
}
