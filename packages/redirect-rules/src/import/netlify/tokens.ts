/** A line of `_redirects`, cut into what its places mean; nothing is judged yet. */
export interface RedirectLine {
  readonly line: number;
  readonly text: string;
  readonly from: string;
  /** Parameters between source and destination: name to a text, or to `:placeholder`. */
  readonly query: ReadonlyMap<string, string>;
  readonly to?: string;
  readonly status?: string;
  /** Behind the destination, names in lower case: `country` to `us,ca`. */
  readonly conditions: ReadonlyMap<string, string>;
  /** Behind it on its line. */
  readonly comment?: string;
  /** What has no place in the grammar. */
  readonly extra: readonly string[];
}

export interface CommentLine {
  readonly comment: string;
}

const isDestination = (part: string): boolean => /^(\/|https?:\/\/)/i.test(part);

/** A line that is empty gives nothing. */
export function readLine(text: string, line: number): RedirectLine | CommentLine | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (trimmed.startsWith('#')) return { comment: trimmed.replace(/^#+ ?/, '') };
  const all = trimmed.split(/\s+/);
  // A comment may follow; a # within a word belongs to a URL.
  const end = all.findIndex((part) => part.startsWith('#'));
  const comment = /\s#+ ?(.*)$/.exec(trimmed)?.[1];
  const [from = '', ...parts] = end === -1 ? all : all.slice(0, end);
  const place = parts.findIndex(isDestination);
  const before = place === -1 ? parts : parts.slice(0, place);
  const [to, ...after] = place === -1 ? [] : parts.slice(place);
  const [status, conditions] = /^\d/.test(after[0] ?? '') ? [after[0], after.slice(1)] : [undefined, after];
  return {
    line,
    text: trimmed,
    from,
    query: pairs(before, (name) => name),
    ...(to !== undefined && { to }),
    ...(status !== undefined && { status }),
    conditions: pairs(conditions, (name) => name.toLowerCase()),
    ...(end !== -1 && comment !== undefined && { comment }),
    extra: [...before, ...conditions].filter((part) => !part.includes('=')),
  };
}

function pairs(parts: readonly string[], nameOf: (name: string) => string): Map<string, string> {
  return new Map(
    parts
      .filter((part) => part.includes('='))
      .map((part) => [nameOf(part.slice(0, part.indexOf('='))), part.slice(part.indexOf('=') + 1)]),
  );
}
