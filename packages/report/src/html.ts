/** Markup that is safe to put on the page. Only this file makes it. */
export class Html {
  constructor(readonly markup: string) {}
}

type Piece = Html | string | number | undefined | false | readonly Piece[];

/**
 * Markup with values in it. Every value is escaped unless it is markup itself: names, headers and error texts come
 * from strangers' servers. `undefined` and `false` leave nothing.
 */
export const html = (parts: TemplateStringsArray, ...values: readonly Piece[]): Html =>
  new Html(parts.map((part, i) => part + (i < values.length ? written(values[i]) : '')).join(''));

/** Markup of our own from a constant, such as the stylesheet; never for anything that came in. */
export const trusted = (markup: string): Html => new Html(markup);

export const nothing = trusted('');

function written(value: Piece): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (Array.isArray(value)) return value.map(written).join('');
  return escaped(String(value));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/**
 * Control characters are shown as their pictures (RFC 20 names, U+2400 and on): as such they are no HTML. Those that
 * turn the direction of writing could make a line read as another one.
 */
const escaped = (text: string): string =>
  text
    .replace(/[&<>"'`]/g, (character) => entities[character] ?? '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\u0000-\u0008\u000b-\u001f]/g, (c) => String.fromCodePoint(0x2400 + c.charCodeAt(0)))
    .replace(/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '\u{fffd}');
