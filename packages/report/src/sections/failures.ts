import { countText, durationText, listText, plural, preciseClockText } from '../format';
import { type Html, html, nothing } from '../html';
import type { Outage } from '../outages';
import type { RequestLine, RunRecord } from '../record';
import { section, table } from './section';

/** One by one up to here; the groups above count them all. */
export const mostFailures = 300;

/** Who got wrong answers, when and why. */
export function failures({ requests }: RunRecord, outages: readonly Outage[]): Html {
  if (outages.length === 0) return nothing;
  const failed = requests.filter((request) => request.failed);
  return section(
    'failures',
    'Failed requests',
    'A request failed when a user got no answer, an error, or an answer that nobody should get.',
    [
      table(
        'Outages by name',
        ['Name', 'From', 'To', 'Length', 'Failed', 'At', 'Answer'],
        outages.map(outageRow),
      ),
      oneByOne(failed),
    ],
  );
}

const outageRow = ({ name, from, to, isOpen, failed, requests, addresses, reasons }: Outage): Html =>
  html`<tr><td class="code">${name}</td><td class="time">${preciseClockText(from)}</td><td class="time">${isOpen ? 'the end' : preciseClockText(to)}</td><td class="time">${durationText(to - from)}</td><td class="time">${countText(failed)} of ${countText(requests)}</td><td class="code">${listText(addresses) || 'no address'}</td><td class="words">${listText(reasons)}</td></tr>`;

function oneByOne(failed: readonly RequestLine[]): Html {
  const shown = failed.slice(0, mostFailures);
  const which =
    shown.length === failed.length
      ? `All ${plural(failed.length, 'failed request')}`
      : `The first ${countText(shown.length)} of ${plural(failed.length, 'failed request')}`;
  const rows = shown.map(
    ({ t, name, address, status, error }) =>
      html`<tr><td class="time">${preciseClockText(t)}</td><td class="code">${name}</td><td class="code">${address}</td><td>${status}</td><td class="words">${error}</td></tr>`,
  );
  return html`<details><summary>${which}, one by one</summary>${table(which, ['Time', 'Name', 'Edge', 'Status', 'Why'], rows)}</details>`;
}
