import { type Html, html } from '../html';

/** A part of the page with a heading that can be linked to. */
export const section = (id: string, title: string, intro: string, body: Html | readonly Html[]): Html => html`
<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
<p class="intro">${intro}</p>
${body}
</section>`;

/** A table that scrolls in its own box where it is wider than the screen. */
export const table = (
  caption: string,
  heads: readonly string[],
  rows: readonly Html[],
  className = '',
): Html => html`
<div class="scroll table" role="region" tabindex="0" aria-label="${caption}">
<table class="${className}"><caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table>
</div>`;
