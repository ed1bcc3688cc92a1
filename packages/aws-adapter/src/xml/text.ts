const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of a leaf element: entities resolved, comments left out, CDATA taken as it is. */
export function decodeText(content: string): string {
  return content.replace(
    /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|&(#x[0-9a-f]+|#\d+|\w+);/gi,
    (whole, cdata: string | undefined, entity: string | undefined) => {
      if (cdata !== undefined) return cdata;
      return entity === undefined ? '' : (decodeEntity(entity) ?? whole);
    },
  );
}

function decodeEntity(entity: string): string | undefined {
  if (!entity.startsWith('#')) return NAMED[entity];
  const hex = entity[1] === 'x' || entity[1] === 'X';
  return String.fromCodePoint(Number.parseInt(entity.slice(hex ? 2 : 1), hex ? 16 : 10));
}

/** @returns the text with the characters escaped that XML takes for markup. */
export function encodeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
