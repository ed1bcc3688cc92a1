import { type Html, html, pageHtml, section, table } from '@cutover/report';
import { isTrouble, nextText, type StatusLine, stateReason, stateWord } from './status';
import { headlineOf, nextOf, publishedOf, troubleOf } from './summary';

/** What the page is of. */
export interface StatusRecord {
  readonly accountId: string;
  /** When it was looked at, in milliseconds. */
  readonly at: number;
  readonly lines: readonly StatusLine[];
}

const style = `
.answers.cards { grid-template: none; grid-template-columns: repeat(auto-fit, minmax(240px, 1fr)); }
.cards ul { padding-left: 18px; }
.state { font-weight: 600; }
.state.published { color: var(--good); } .state.failed { color: var(--bad); } .state.unknown { color: var(--unknown); }
.state.none { color: var(--soft); }
.top.open { border-left-color: var(--unknown); background: var(--card); }
.region { white-space: nowrap; }`;

/** What is published where, as a page. The same record gives the same bytes. */
export function statusPage({ accountId, at, lines }: StatusRecord): string {
  const headline = headlineOf(lines);
  const typeNames = [...new Set(lines.map(({ typeName }) => typeName))];
  const body = html`<header class="top ${grounds[headline.tone]}">
<p class="eyebrow">What is published where · account ${accountId} · ${minuteText(at)}</p>
<h1 class="outage-${headline.tone}"><span class="glyph" aria-hidden="true">${glyphs[headline.tone]}</span> <span id="headline">${headline.text}</span></h1>
</header>
<dl class="answers cards">
${card('What is public?', publishedOf(lines))}
${card('What is in trouble?', troubleOf(lines))}
${card('What would be published next?', nextOf(lines))}
</dl>
${typeNames.map((typeName) => typeSection(typeName, lines))}`;
  return pageHtml({ title: `${headline.text}. Types of account ${accountId}`, body, style });
}

const glyphs = { no: '✓', yes: '✗', unknown: '?' } as const;
const grounds = { no: 'passed', yes: 'failed', unknown: 'open' } as const;

const card = (question: string, sentences: readonly string[]): Html =>
  html`<div><dt>${question}</dt><dd>${
    sentences.length === 1
      ? sentences[0]
      : html`<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`
  }</dd></div>`;

const heads = ['Region', 'State', 'Public', 'Next', 'Default version', 'Private versions'];

/** Regions that want a person come first. */
function typeSection(typeName: string, lines: readonly StatusLine[]): Html {
  const own = lines.filter((line) => line.typeName === typeName);
  const ordered = [...own.filter(isTrouble), ...own.filter((line) => !isTrouble(line))];
  return section(
    typeName.replaceAll('::', '-').toLowerCase(),
    typeName,
    `Public is what consumers of the region get; default is what stacks of this account use there.${bytesText(own)}`,
    table(`${typeName}, region by region`, heads, ordered.map(row)),
  );
}

/** For `republish`, one day. */
function bytesText(lines: readonly StatusLine[]): string {
  const known = lines.find(({ sha256 }) => sha256 !== undefined);
  return known ? ` The package of ${known.publicVersion} is ${known.sha256}.` : '';
}

function row(line: StatusLine): Html {
  const reason = stateReason(line);
  return html`<tr><th scope="row" class="region">${line.region}</th><td class="words"><span class="state ${line.state}">${stateWord(line)}</span>${reason && `: ${reason}`}</td><td>${line.publicVersion ?? '–'}</td><td>${nextText(line) || '–'}</td><td>${line.defaultVersion ?? '–'}</td><td>${line.versions ?? '–'}</td></tr>`;
}

/** `2026-11-22 15:40 UTC` */
const minuteText = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
