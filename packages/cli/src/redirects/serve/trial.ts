import type { Answer } from '@cutover/redirect-rules';
import { type Html, html } from '@cutover/report';
import { counted } from '../counted';
import { placeInWords } from '../normalized';
import type { Step, Why } from '../why';
import { type Loaded, orReason } from './rules-on-disk';
import { linkTo, requestIn, type Wishes } from './wishes';

/** The form, and below it what its request is answered and why. */
export const trial = (loaded: Loaded, wishes: Wishes, port: number, now: number): Html => html`
<section aria-labelledby="try">
<h2 id="try">Try a URL</h2>
<form action="/" method="get">
<label class="wide">URL <input name="url" type="text" inputmode="url" spellcheck="false" autocapitalize="off" placeholder="https://a.example.com/path?query" value="${wishes.url}" required></label>
<label>Country <input name="country" type="text" size="6" maxlength="2" placeholder="any" value="${wishes.country}"></label>
<label>Time <input name="at" type="text" size="20" placeholder="now" value="${wishes.at}"></label>
${wishes.find !== '' && html`<input name="find" type="hidden" value="${wishes.find}">`}
<button>Try</button>
</form>
${wishes.url !== '' && result(loaded, wishes, port, now)}
</section>`;

function result(loaded: Loaded, wishes: Wishes, port: number, now: number): Html {
  const request = requestIn(wishes, now);
  if (typeof request === 'string') return complaint(request);
  const why = orReason(() => loaded.explain(request));
  if (typeof why === 'string') return complaint(why);
  const here = `http://${request.host}.localhost:${port}${request.uri}`;
  return html`<div id="result" role="status">${answered(why.answer)}
<p class="soft">In this browser: <a href="${here}">${here}</a></p>
${nextHop(loaded, why.answer, wishes, now)}
<h3>Why</h3>
${reasons(why, request.host)}</div>`;
}

const complaint = (words: string): Html => html`<p id="result" class="trouble" role="alert">${words}</p>`;

const answered = ({ status, location, headers, body, rule }: Answer): Html => html`
<p class="answer"><strong class="status s${Math.floor(status / 100)}">${status}</strong> ${location === undefined ? 'no location' : target(location)}</p>
<dl>
<dt>Rule</dt><dd id="rule">${rule}</dd>
${Object.entries(headers).map(([name, value]) => html`<dt>${name}</dt><dd><code>${value}</code></dd>`)}
${body !== undefined && html`<dt>body</dt><dd><pre tabindex="0">${body}</pre></dd>`}
</dl>`;

/** Of another scheme a link would do something else than be followed. */
const target = (location: string): Html =>
  /^https?:\/\//i.test(location)
    ? html`<a id="location" href="${location}" rel="noreferrer">${location}</a>`
    : html`<span id="location">${location}</span>`;

/** Where the answer leads to another host of the set, whoever follows it comes back here. */
function nextHop(loaded: Loaded, { location = '' }: Answer, wishes: Wishes, now: number): Html | false {
  const next = { ...wishes, url: location };
  const request = requestIn(next, now);
  if (typeof request === 'string') return false;
  const answer = orReason(() => loaded.answer(request));
  if (typeof answer === 'string' || answer.rule === 'no site') return false;
  return html`<p class="soft">That host is one of these rules too: <a id="next" href="${linkTo(next)}">try the next hop</a>.</p>`;
}

function reasons({ site, steps, others, answer }: Why, host: string): Html {
  if (site === undefined) return html`<p>No site has the host <code>${host}</code>.</p>`;
  const isUnmatched = answer.rule === 'unmatched';
  return html`<p>The host is one of site <strong>${site.id}</strong> (<code>${placeInWords(site.at)}</code>). Its rules are asked in order; the first that holds answers.</p>
<ol class="steps">
${others > 0 && html`<li class="soft">${counted(others, 'rule')} before the answer with another path</li>`}
${steps.map(stepRow)}
${isUnmatched && html`<li class="answers">No rule holds: what the site says for unmatched requests answers.</li>`}
</ol>`;
}

const stepRow = ({ rule, conditions, answers }: Step): Html => html`
<li class="${answers ? 'answers' : 'passes'}"><strong>${rule.id}</strong> ${answers ? 'answers' : 'does not'}
<span class="soft">${placeInWords(rule.at)}${rule.owner !== undefined && `, ${rule.owner}`}${rule.ticket !== undefined && `, ${rule.ticket}`}</span>
<ul>${conditions.map(({ says, holds }) => html`<li class="${holds ? 'holds' : 'fails'}"><span class="mark">${holds ? 'yes' : 'no'}</span> <code>${says}</code></li>`)}
${conditions.length === 0 && html`<li class="holds"><span class="mark">yes</span> any request</li>`}
${!answers && conditions.every(({ holds }) => holds) && html`<li class="fails"><span class="mark">no</span> what it captured may not stand in its target</li>`}</ul>
${rule.note !== undefined && html`<p class="soft">${rule.note}</p>`}</li>`;
