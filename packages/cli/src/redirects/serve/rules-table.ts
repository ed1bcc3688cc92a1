import type { Rule, RuleSet, Site } from '@cutover/redirect-rules';
import { type Html, html } from '@cutover/report';
import { matchInWords, outcomeInWords } from '../match-words';
import { linkTo, type Wishes } from './wishes';

const pageSize = 200;

interface Row {
  readonly site: Site;
  /** Absent for what answers when no rule does. */
  readonly rule?: Rule;
}

/** All rules in order, or those that have every word of the search. */
export function rulesTable(rules: RuleSet, wishes: Wishes): Html {
  const rows = rowsOf(rules, wishes.find.toLowerCase().split(/\s+/).filter(Boolean));
  const from = Math.min(wishes.from, Math.max(0, rows.length - 1));
  const shown = rows.slice(from, from + pageSize);
  return html`<section aria-labelledby="rules">
<h2 id="rules">Rules</h2>
<form action="/#rules" method="get" role="search">
<label class="wide">Find <input name="find" type="search" placeholder="words of host, path, target, owner" value="${wishes.find}"></label>
${wishes.url !== '' && html`<input name="url" type="hidden" value="${wishes.url}">`}
<button>Find</button>
</form>
<p class="soft" id="count">${rows.length === 0 ? 'None.' : `${from + 1} to ${from + shown.length} of ${rows.length.toLocaleString('en-US')}`}
${from > 0 && html` <a href="${linkTo({ ...wishes, from: Math.max(0, from - pageSize) })}#rules">before</a>`}
${from + pageSize < rows.length && html` <a href="${linkTo({ ...wishes, from: from + pageSize })}#rules">next</a>`}</p>
<div class="scroll" role="region" aria-labelledby="rules" tabindex="0">
<table>
<caption>Rules in the order in which they are asked</caption>
<thead><tr><th scope="col">Hosts</th><th scope="col">Rule</th><th scope="col">Match</th><th scope="col">Answer</th><th scope="col">Owner</th></tr></thead>
<tbody>${shown.map(tableRow)}</tbody>
</table>
</div>
</section>`;
}

const tableRow = ({ site, rule }: Row): Html => html`
<tr><td>${hostsInWords(site)}</td>
<th scope="row">${rule?.id ?? 'unmatched'} <span class="soft">line ${(rule ?? site).at.line}</span></th>
<td><code>${rule === undefined ? 'no rule' : matchInWords(rule.match)}</code></td>
<td><code>${outcomeInWords(rule?.outcome ?? site.unmatched)}</code></td>
<td>${[rule?.owner, rule?.ticket].filter((word) => word !== undefined).join(', ')}</td></tr>`;

const hostsInWords = ({ hosts }: Site): string =>
  hosts.length <= 3 ? hosts.join(', ') : `${hosts.slice(0, 2).join(', ')} and ${hosts.length - 2} more`;

function rowsOf({ sites }: RuleSet, words: readonly string[]): Row[] {
  const rows = sites.flatMap((site): Row[] => [...site.rules.map((rule) => ({ site, rule })), { site }]);
  return words.length === 0 ? rows : rows.filter((row) => words.every((word) => textOf(row).includes(word)));
}

function textOf({ site, rule }: Row): string {
  const words = [...site.hosts, rule?.id ?? 'unmatched', outcomeInWords(rule?.outcome ?? site.unmatched)];
  const ofRule = rule === undefined ? [] : [matchInWords(rule.match), rule.owner, rule.ticket, rule.note];
  return [...words, ...ofRule].join(' ').toLowerCase();
}
