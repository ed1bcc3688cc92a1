import { type Html, html, nothing } from '../html';
import type { Hint, RunRecord } from '../record';
import { section } from './section';

/** A distribution is deployed from somewhere that does not know of the move yet: its next deployment undoes it. */
export function hints({ hints: all = [] }: RunRecord): Html {
  if (all.length === 0) return nothing;
  return section(
    'hints',
    'Before anybody deploys these distributions again',
    'The templates that own the two distributions do not know of the move. Put this into them.',
    all.map(hint),
  );
}

const hint = ({ stack, logicalId, warnings, reconcileSource, reconcileTarget }: Hint): Html => html`
<h3>${logicalId} in stack ${stack}</h3>
<ul>${warnings.map((warning) => html`<li>${warning}</li>`)}</ul>
<div class="pair">${snippet('For the template of the source', reconcileSource)}${snippet('For the template of the target', reconcileTarget)}</div>`;

const snippet = (title: string, yaml: string): Html | false =>
  yaml !== '' && html`<figure><figcaption>${title}</figcaption><pre>${yaml}</pre></figure>`;
