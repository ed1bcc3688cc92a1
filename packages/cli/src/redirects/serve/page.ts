import { createHash } from 'node:crypto';
import { html, trusted } from '@cutover/report';
import { counted } from '../counted';
import { domainsOf } from '../domains';
import type { RulesOnDisk } from './rules-on-disk';
import { rulesTable } from './rules-table';
import { style } from './style';
import { trial } from './trial';
import type { Wishes } from './wishes';

export interface PageRequest {
  readonly disk: RulesOnDisk;
  readonly wishes: Wishes;
  readonly port: number;
  readonly now: number;
}

/** One page without a script and without anything from elsewhere: a form, what it gave, and the rules. */
export function pageHtml({ disk, wishes, port, now }: PageRequest): string {
  const loaded = disk.current();
  const { rules } = loaded;
  const hosts = domainsOf(rules).length;
  const count = rules.sites.reduce((sum, site) => sum + site.rules.length, 0);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${rules.name}: redirect rules</title>
<style>${trusted(style)}</style>
</head>
<body>
<main>
<header>
<h1>${rules.name}</h1>
<p class="soft">${counted(count, 'rule')} for ${counted(hosts, 'host')}, of <code>${disk.file}</code>, which is read again when it changes.</p>
</header>
${disk.trouble !== undefined && html`<p class="trouble" role="alert">The file has a mistake now, and what it said before answers: <code>${disk.trouble}</code></p>`}
${trial(loaded, wishes, port, now)}
${rulesTable(rules, wishes)}
</main>
</body>
</html>
`.markup;
}

const styleHash = createHash('sha256').update(style).digest('base64');

/** Should markup of a stranger ever get into the page, it loads nothing and runs nothing. */
export const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
