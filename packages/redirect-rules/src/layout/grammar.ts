import type { Condition, Subject } from '../evaluate/condition';
import { headersOf } from '../evaluate/headers';
import { keepsBareMark } from '../evaluate/location';
import type { Piece, Template } from '../evaluate/target';
import type { Encoding, Outcome } from '../model/rule-set';

/*
 * What the items of a store look like; function/handler.js reads it.
 *
 *   h:<host>     versions of the host's record, the newest first, between form feeds: generation, line feed, record
 *   w:<labels>   the same for all wildcards that end so (two labels, or one), each behind a line ">.suffix"
 *   r:<address>  a record's next lines          p:<address>  a page of an index
 *   b:<address>  a bucket of an index           o:<address>  (part of) an answer
 *
 * A record is lines: `!x...` puts a text into the site's table under the letter x; `:` and `*` ask an index (index.ts);
 * `+` and addresses: it goes on there; anything else is a rule. A rule is fields between tabs: the answer (a letter of
 * the table, or addresses), the target, and the conditions. The parts of a condition stand between vertical tabs, and
 * so do those of an answer.
 */

/** First characters of lines that are no rules; the letters of the table are none of them. */
export const tableLetters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A subject as a character: 64 and its bits. */
export const subjectLetter = ({ of, ignoreCase, ignoreTrailingSlash }: Subject, isSegment = false): string =>
  String.fromCharCode(
    64 +
      (of === 'decoded' ? 1 : of === 'uri' ? 2 : 0) +
      (ignoreCase ? 4 : 0) +
      (ignoreTrailingSlash ? 8 : 0) +
      (isSegment ? 16 : 0),
  );

/** Control characters would end a field; none can be in what a viewer sends either, so such a text never matches. */
export class GrammarProblem extends Error {
  override readonly name = 'GrammarProblem';
}

export function conditionField(condition: Condition): string {
  switch (condition.kind) {
    case 'exact':
      return field('=', subjectLetter(condition.subject), condition.path);
    case 'prefix':
      return field('^', subjectLetter(condition.subject), condition.prefix);
    case 'regex': {
      const { prefix, rest } = condition.regex.guarded;
      return field('~', subjectLetter(condition.subject), prefix, rest);
    }
    case 'query':
      return field('?', '', condition.regex.source);
    case 'parameter':
      if (condition.name === '') throw new GrammarProblem('a parameter without a name');
      return field('?', condition.name, condition.regex.source);
    case 'value':
      if (condition.name === '') throw new GrammarProblem('a parameter without a name');
      return field('&', condition.name, condition.text);
    case 'country':
      return field('@', ...condition.countries);
    case 'from':
      return field('<', String(condition.time), '1e16');
    case 'until':
      return field('<', '0', String(condition.time));
  }
}

function field(kind: string, ...parts: string[]): string {
  if (parts.some((part) => /[^ -\uffff]/.test(part))) {
    throw new GrammarProblem('a control character in a path or query: no request has one unescaped');
  }
  return kind + parts.join('\v');
}

/** `$n` in front: nginx's encoding. `$k?`, `$a&`, `$m `: the query goes here, joined so. */
export function targetField(template: Template | undefined, encoding: Encoding): string {
  if (template === undefined) return '';
  const { url, fragment, query, joint } = template;
  const mode = query === 'merge' ? 'm' : keepsBareMark(template, encoding) ? 'k' : 'a';
  const queryMark = query === 'drop' ? '' : `$${mode}${joint || ' '}`;
  const pieces = url.map(pieceText).join('') + queryMark + fragment.map(pieceText).join('');
  const hasCaptures = [...url, ...fragment].some(({ kind }) => kind === 'capture' || kind === 'parameter');
  return encoding === 'nginx' && hasCaptures ? `$n${pieces}` : pieces;
}

function pieceText(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
      return piece.text.replaceAll('$', '$d');
    case 'path':
      return '$p';
    case 'capture':
      return `$${guardText(piece)}${captureDigit(piece.index)}`;
    case 'parameter':
      return `$${guardText(piece)}q${piece.name}}`;
  }
}

const guardText = ({ guard }: { guard?: 'label' | 'end' | 'never' }): string =>
  guard === undefined ? '' : guard === 'label' ? '.' : ':';

function captureDigit(index: number): string {
  if (index > 35) throw new GrammarProblem('more than 36 captures: leave groups uncaptured, (?:..)');
  return index.toString(36).toUpperCase();
}

/** Status, headers, body. */
export function answerText(outcome: Outcome): string {
  let text = String(outcome.status);
  const headers = headersOf(outcome);
  for (const name in headers) text += `\v${name}=${escaped(headers[name]!)}`;
  return outcome.body === undefined ? text : `${text}\v=${escaped(outcome.body.text)}`;
}

const escaped = (text: string): string =>
  text.replace(/[^ -$&-\uffff]/g, (each) => `%${each.charCodeAt(0).toString(16).padStart(2, '0')}`);
