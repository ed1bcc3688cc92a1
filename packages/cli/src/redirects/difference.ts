import type { Answer, Change, ChangeGroup, Difference } from '@cutover/redirect-rules';
import { counted } from './counted';
import { requestInWords } from './findings';

export const differenceJson = ({ compared, changed, groups }: Difference): object => ({
  compared,
  changed,
  groups: groups.map(({ was, is, count, changes }) => ({
    was,
    is,
    count,
    changes: changes.map(({ request: { host, uri, headers = {} }, was: before, is: after }) => ({
      request: { host, uri, headers },
      was: before,
      is: after,
    })),
  })),
});

/** Each change as the request and two answers, below the rules that answer. */
export function differenceText({ compared, changed, groups }: Difference): string {
  return [
    ...groups.map(groupText),
    `${changed} of ${counted(compared, 'request')} are answered otherwise\n`,
  ].join('');
}

function groupText({ was, is, count, changes }: ChangeGroup): string {
  const title = was === is ? is : `${was} -> ${is}`;
  const more = count > changes.length ? `  and ${count - changes.length} more\n` : '';
  return `${title}: ${counted(count, 'request')}\n${changes.map(changeText).join('')}${more}`;
}

const changeText = ({ request, was, is }: Change): string =>
  [`  ${requestInWords(request)}`, ...answerLines('-', was, is), ...answerLines('+', is, was), ''].join('\n');

/** Status and location always, of headers and body what the other has not. */
function answerLines(
  mark: string,
  { status, location, headers, body, rule }: Answer,
  other: Answer,
): string[] {
  const own = Object.entries(headers).filter(([name, value]) => other.headers[name] !== value);
  return [
    `    ${mark} ${status}${location === undefined ? '' : ` ${location}`}${rule === 'no site' ? ' (no site)' : ''}`,
    ...own.map(([name, value]) => `    ${mark}   ${name}: ${value}`),
    ...(body !== undefined && body !== other.body
      ? [`    ${mark}   body: ${JSON.stringify(body).slice(0, 100)}`]
      : []),
  ];
}
