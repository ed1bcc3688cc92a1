import type { Plan } from './plan';

const width = 1060;
const boxWidth = 500;
const gap = 26;
const lineHeight = 18;
const margin = 24;
/** What fits in the widest of the fonts that `system-ui` may be. */
const boxCharacters = 56;
const backCharacters = 52;

interface Box {
  readonly title: string;
  readonly lines: readonly string[];
  readonly back: readonly string[];
}

/**
 * The states that the move goes through, top to bottom, and beside each the way back from it. A file of its own: no
 * script, no font from elsewhere, light and dark as the reader's machine is set.
 */
export function planPicture({ migration, preview }: Plan): string {
  const boxes: Box[] = [
    ...preview.steps.map(({ phase, does, fromHere }, index) => ({
      title: `${index + 1}  ${phase}`,
      lines: wrapped(does, boxCharacters),
      back: wrapped(fromHere.how, backCharacters),
    })),
    {
      title: 'DONE',
      lines: wrapped(
        `${migration.target.distributionId} serves ${migration.aliases.join(', ')}.`,
        boxCharacters,
      ),
      back: wrapped(`${preview.wayBackWhenDone.short}. ${preview.wayBackWhenDone.how}`, backCharacters),
    },
  ];
  let y = 76;
  const drawn = boxes.map((box, index) => {
    const height = heightOf(box);
    const text = drawBox(box, y, height, index < boxes.length - 1);
    y += height + gap;
    return text;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" role="img" aria-labelledby="t">
<title id="t">${escaped(`Plan ${preview.strategy}: ${migration.aliases.join(', ')}`)}</title>
<style>
  svg { background: #fff; font: 14px system-ui, sans-serif; }
  text { fill: #1a2330; } .soft { fill: #55606e; } .title { font-weight: 600; }
  rect { fill: #f3f6fa; stroke: #7b8794; } .done rect { stroke-width: 2; }
  line { stroke: #55606e; stroke-width: 1.5; } .back { stroke-dasharray: 5 4; }
  marker path { fill: #55606e; }
  @media (prefers-color-scheme: dark) {
    svg { background: #14181d; } text { fill: #e6eaf0; } .soft { fill: #a7b1bd; }
    rect { fill: #1f262e; stroke: #6b7785; } line { stroke: #a7b1bd; } marker path { fill: #a7b1bd; }
  }
</style>
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
<text class="title" x="${margin}" y="32">${escaped(`${preview.strategy}: ${migration.source.distributionId} to ${migration.target.distributionId}`)}</text>
<text class="soft" x="${margin}" y="54">${escaped(migration.aliases.join(', '))}</text>
<text class="soft" x="${boxWidth + margin + 60}" y="54">The way back from there</text>
${drawn.join('\n')}
</svg>
`;
}

const heightOf = ({ lines, back }: Box): number => Math.max(lines.length + 1, back.length) * lineHeight + 22;

function drawBox({ title, lines, back }: Box, y: number, height: number, hasNext: boolean): string {
  const middle = y + height / 2;
  const backX = boxWidth + margin + 60;
  const firstBack = middle - ((back.length - 1) * lineHeight) / 2 + 5;
  return [
    `<g${hasNext ? '' : ' class="done"'}><rect x="${margin}" y="${y}" width="${boxWidth}" height="${height}" rx="6"/>`,
    `<text class="title" x="${margin + 14}" y="${y + 24}">${escaped(title)}</text>`,
    ...lines.map((line, i) => textAt(line, margin + 14, y + 24 + (i + 1) * lineHeight)),
    `<line class="back" x1="${margin + boxWidth}" y1="${middle}" x2="${backX - 12}" y2="${middle}" marker-end="url(#tip)"/>`,
    ...back.map((line, i) => textAt(line, backX, firstBack + i * lineHeight, 'soft')),
    hasNext
      ? `<line x1="${margin + 40}" y1="${y + height}" x2="${margin + 40}" y2="${y + height + gap}" marker-end="url(#tip)"/></g>`
      : '</g>',
  ].join('\n');
}

const textAt = (line: string, x: number, y: number, mark?: string): string =>
  `<text${mark === undefined ? '' : ` class="${mark}"`} x="${x}" y="${y}">${escaped(line)}</text>`;

/** Lines of at most so many characters; a word that is longer stands alone. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (mark) => entities[mark] ?? mark);
