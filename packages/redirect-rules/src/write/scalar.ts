/** Texts that some reader of YAML, 1.1 or 1.2, takes for something else than a text. */
const otherTypes = /^(~|null|true|false|yes|no|on|off|y|n|[-+]?(\.?\d[\d_.:eExXoO+-]*|\.(inf|nan)))$/i;
/** A day or a time with a zone; readers of 1.1 may make a date of it, which is what it is. */
const date = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[-+][\d:]+))?$/;
const plain = /^[^\s\-?:,[\]{}#&*!|>'"%@`][^\n]*$/;
const printable = /^[\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]*$/;
const literal = /^[\x21-\x7e][\x20-\x7e\n\u00a0-\ud7ff]*$/;

/** A text as YAML on one line: bare where it can be, in single quotes where it must be quoted. */
export function scalarOf(text: string, isInFlow = false): string {
  if (!printable.test(text)) return doubleQuoted(text);
  const isPlain =
    plain.test(text) &&
    (date.test(text) || !otherTypes.test(text)) &&
    !/: | #|[: ]$/.test(text) &&
    !text.includes('\u2028') &&
    !text.includes('\u2029') &&
    !text.includes('\u00a0') &&
    !(isInFlow && /[,[\]{}]|:$/.test(text));
  return isPlain ? text : `'${text.replaceAll("'", "''")}'`;
}

/** Lines of a literal block below a key, its header first; undefined where only quotes are faithful. */
export function literalOf(text: string): string[] | undefined {
  if (!text.includes('\n') || !literal.test(text) || /[ ]\n|[ ]$|\n\n$/.test(text)) return undefined;
  const isEnded = text.endsWith('\n');
  const lines = (isEnded ? text.slice(0, -1) : text).split('\n');
  return [isEnded ? '|' : '|-', ...lines];
}

/** JSON's escapes are YAML's; what YAML calls unprintable and JSON leaves alone is escaped too. */
function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
