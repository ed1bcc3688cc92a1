import type { Condition, Subject } from '../evaluate/condition';
import { headersOf } from '../evaluate/headers';
import { keepsBareMark } from '../evaluate/location';
import type { Portable } from '../evaluate/regex/portable';
import type { Piece, Template } from '../evaluate/target';
import type { Encoding, Outcome } from '../model/rule-set';

/*
 * What the items of a store look like; function/handler.js reads it.
 *
 *   h:<host>     a generation in six digits, and the host's record; or two of these, the newer first, behind form feeds
 *   w:<labels>   the same for all wildcards that end so (two labels, or one), each behind a line ">.suffix"
 *   r:<address>  a record's next lines          p:<address>  a page of an index
 *   b:<address>  a bucket of an index           o:<address>  (part of) an answer
 *
 * A record is lines: `!` the answer of most rules; `&` adds texts to the site's table, each a letter and what it stands
 * for, between carriage returns, behind three digits that say how long it is; `:` and `*` ask an index (tree.ts); `+`
 * and addresses: it goes on there; `=`, a subject and three digits: a block of so many characters follows, whose lines
 * are a path, a tab and its rules (several: each behind a carriage return); `?` an answer without conditions or target;
 * anything else is a rule. A rule is its conditions, each between two tabs and with vertical tabs between its parts, the
 * letter of its answer in the table, if that is not the one of most, and its target behind a character that says the
 * target's form. The letter `_` is of an answer whose addresses a condition `+` has.
 *
 * Lengths, forms and what comes first are so that few characters are looked at: in njs a search takes as long for 40
 * characters as a call. Letters are not below `0`, forms and what stands before them are.
 *
 * A function also reads what the generation before it has written, at edges that do not have the newer items yet: once
 * sites are live, a change of this grammar must be read in both ways for a release.
 */

/** First characters of lines that are no rules; the letters of the table are none of them. */
export const tableLetters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Beside a letter, an answer that a condition names. */
export const addressedLetter = '_';

/** So that texts compare as numbers do: 36 to the 6th are 2 billion. */
export const generationText = (generation: number): string => generation.toString(36).padStart(6, '0');

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
      const { prefix, marks } = condition.regex.guarded;
      if (marks !== undefined) return field('^', subjectLetter(condition.subject), prefix, marks);
      return regexField('~', subjectLetter(condition.subject), condition.regex);
    }
    case 'query':
      return regexField('?', '', condition.regex);
    case 'parameter':
      if (condition.name === '') throw new GrammarProblem('a parameter without a name');
      return regexField('?', condition.name, condition.regex);
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

/** A condition that always holds: where the answer lies. */
export const addressesField = (addresses: string): string => field('+', addresses);

function regexField(kind: string, of: string, { guarded }: Portable): string {
  const { prefix, rest, literal } = guarded;
  return field(kind, of, prefix, rest, ...(literal === '' ? [] : [literal]));
}

function field(kind: string, ...parts: string[]): string {
  if (parts.some((part) => /[^ -\uffff]/.test(part))) {
    throw new GrammarProblem('a control character in a path or query: no request has one unescaped');
  }
  return kind + parts.join('\v');
}

/**
 * The form, then the target: a space for a text as it is, `#` where the query as sent follows it, `.` where path and
 * query do, `$` for one with places to fill, `%` for such with nginx's encoding. `$k?`, `$a&`, `$m `: the query goes
 * here, joined so.
 */
export function targetField(template: Template | undefined, encoding: Encoding): string {
  if (template === undefined) return ' ';
  const { url, fragment, query, joint } = template;
  const mode = query === 'merge' ? 'm' : keepsBareMark(template, encoding) ? 'k' : 'a';
  const queryMark = query === 'drop' ? '' : `$${mode}${joint || ' '}`;
  const pieces = url.map(pieceText).join('') + queryMark + fragment.map(pieceText).join('');
  const [, text = '', places = ''] = /^([^$]*)(.*)$/s.exec(pieces)!;
  if (places === '') return ` ${text}`;
  if (places === '$k?') return `#${text}`;
  if (places === '$p$k?') return `.${text}`;
  const hasCaptures = [...url, ...fragment].some(({ kind }) => kind === 'capture' || kind === 'parameter');
  return (encoding === 'nginx' && hasCaptures ? '%' : '$') + pieces;
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

/** What the function returns, as JSON; of a status alone its digits, with HSTS a space and what that says behind them. */
export function answerText(outcome: Outcome): string {
  const { status, body } = outcome;
  const headers = headersOf(outcome);
  const names = Object.keys(headers);
  if (names.length === 0 && body === undefined) return String(status);
  if (names.length === 1 && outcome.hsts && body === undefined) return `${status} ${headers[names[0]!]}`;
  return JSON.stringify({
    statusCode: status,
    headers: Object.fromEntries(names.map((name) => [name, { value: headers[name] }])),
    ...(body && { body: { encoding: 'text', data: body.text } }),
  });
}

/** How long what follows is, as the function reads it; a value has at most 1,000 bytes. */
export const lengthDigits = (length: number): string => String(length).padStart(3, '0');
