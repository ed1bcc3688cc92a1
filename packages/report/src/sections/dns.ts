import { groupBy } from '@cutover/ground';
import { clockText, preciseClockText } from '../format';
import { type Html, html, nothing } from '../html';
import type { DnsAnswer, RunRecord } from '../record';
import type { Segment } from '../svg/bars';
import { section, table } from './section';

/** One bar for each witness that said something of the name. */
export function dnsSegments({ dns = [], durationSeconds }: RunRecord, name: string): Segment[][] {
  const ofName = dns.filter((answer) => answer.name === name);
  return [...groupBy(ofName, ({ witness }) => witness).values()].map((answers) =>
    answers.map(({ t, witness, answer }, i) => {
      const to = answers[i + 1]?.t ?? durationSeconds;
      const title = `${clockText(t)} to ${clockText(to)}: the ${witness} answered ${answer}`;
      return { from: t, to, label: `${i === 0 ? `${witness}: ` : ''}${answer}`, title, tone: i };
    }),
  );
}

/** Every change of what was answered for the names. */
export function dnsTable({ dns = [] }: RunRecord): Html {
  if (dns.length === 0) return nothing;
  const rows = [...groupBy(dns, ({ name, witness }) => `${name} ${witness}`).values()].flatMap(rowsOf);
  return section(
    'dns',
    'DNS answers',
    'What the authoritative name servers of each name answered, and what the public resolver gave to those who asked. A line for each change.',
    table('DNS answers by name, witness and time', ['Name', 'Asked', 'From', 'Answer'], rows),
  );
}

const rowsOf = (answers: readonly DnsAnswer[]): Html[] =>
  answers.map(
    ({ name, witness, t, answer }) =>
      html`<tr><td class="code">${name}</td><td>${witness}</td><td class="time">${preciseClockText(t)}</td><td class="code">${answer}</td></tr>`,
  );
