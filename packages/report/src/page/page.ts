import { createHash } from 'node:crypto';
import { type Html, html, trusted } from '../html';
import { style as shared } from './style';

/** What a page is made of; it looks like the page of a run. */
export interface PageParts {
  readonly title: string;
  readonly body: Html | readonly Html[];
  /** Rules of its own, after those that all pages share; a constant. */
  readonly style?: string;
  /** A constant too: the policy has its hash. */
  readonly script?: string;
}

/** A page that needs nothing else: no font, image or script from elsewhere. The same parts give the same bytes. */
export function pageHtml({ title, body, style: own = '', script }: PageParts): string {
  const style = shared + own;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="cutover">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<main>
${body}
</main>
${script !== undefined && html`<script>${trusted(script)}</script>\n`}</body>
</html>
`.markup;
}

/** Should markup of a stranger ever get through, it loads nothing and runs nothing: only our own blocks may. */
const policyOf = (style: string, script: string | undefined): string =>
  [
    `default-src 'none'`,
    `style-src ${sha256(style)}`,
    `script-src ${script === undefined ? `'none'` : sha256(script)}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
