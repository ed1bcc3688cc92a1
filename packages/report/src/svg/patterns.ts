import { type Html, html } from '../html';

/** No more sides than this are drawn each in a way of their own; a move has two. */
export const mostTones = 3;

/** Colours alone tell nothing to many eyes and to most printers: the second side is striped, a failure crossed. */
export const patterns = (id: string): Html => html`<defs>
<pattern id="${id}-tone1" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" class="tone1"/><rect width="1.6" height="7" class="stripe"/></pattern>
<pattern id="${id}-tone2" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="tone2"/><circle cx="3" cy="3" r="1" class="stripe"/></pattern>
<pattern id="${id}-failed" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" class="failure"/><path d="M0 0 8 8M8 0 0 8" class="cross"/></pattern>
</defs>`;

/** The `fill` of a side by its place in the order of sides. */
export const toneOf = (chartId: string, index: number): string =>
  index === 0 ? 'var(--side0)' : `url(#${chartId}-tone${Math.min(index, mostTones - 1)})`;

export const failedFill = (chartId: string): string => `url(#${chartId}-failed)`;
