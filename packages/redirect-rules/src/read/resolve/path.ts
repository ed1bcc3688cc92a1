import type { PathMatch } from '../../model/rule-set';
import { shown } from '../problem';
import { Complaint } from './complaint';

/** Nearly all are, and asking for it is quick. */
const plainPath = /^\/[^*:?#\\\p{Cc}]*$/u;
const placeholder = /^:[A-Za-z_]\w*$/;

/** The path of a match in words: exact, or a pattern where it has `:name` or a last `*`. */
export function pathOf(text: string): PathMatch | Complaint {
  if (plainPath.test(text)) return { kind: 'exact', path: text };
  if (text === '*') return { kind: 'any' };
  const stranger = notAPath(text);
  if (stranger !== undefined) return stranger;
  const star = text.indexOf('*');
  if (star >= 0 && star < text.length - 1)
    return new Complaint(
      `${shown(text)} has a star before its end.`,
      `A star stands for all that is left; write :name for one segment, or Regex: ^${asRegex(text)}$.`,
    );
  const names = text.split('/').filter((segment) => segment.startsWith(':'));
  for (const [place, name] of names.entries()) {
    if (!placeholder.test(name))
      return new Complaint(
        `${shown(name)} in ${shown(text)} is no placeholder.`,
        'A segment that begins with a colon is one: a letter, then letters, digits and underscores.',
      );
    if (names.indexOf(name) < place)
      return new Complaint(
        `${shown(name)} stands twice in ${shown(text)}.`,
        'Give each placeholder its own name.',
      );
    if (name === ':splat' && star >= 0)
      return new Complaint(
        `${shown(text)} has :splat and a star, which is called so.`,
        'Give the placeholder another name.',
      );
  }
  return names.length > 0 || star >= 0 ? { kind: 'pattern', pattern: text } : { kind: 'exact', path: text };
}

/** What people write there that is none. */
function notAPath(text: string): Complaint | undefined {
  const from = (what: string, instead: string) => new Complaint(`${shown(text)} ${what}.`, instead);
  if (/^\^|\$$|\(.*\)|\\/.test(text) && !text.startsWith('/'))
    return from('looks like a regex', `Write Match: {Regex: '${text.replaceAll("'", "''").slice(0, 60)}'}.`);
  if (/^https?:\/\//.test(text))
    return from('is a URL', 'Put the host into Hosts of the site, and its path here.');
  if (!text.startsWith('/')) return from('does not begin with a slash', `Write ${shown(`/${text}`)}.`);
  if (text.includes('?')) return from('has a query', `Write Match: ${withQuery(text)}.`);
  if (text.includes('#'))
    return from(
      'has a fragment, which browsers keep to themselves',
      `Write ${shown(text.replace(/#.*/s, ''))}.`,
    );
  if (/[\p{Cc}]/u.test(text))
    return from('has a control character', 'Write it percent-encoded, as browsers send it.');
  return undefined;
}

function withQuery(text: string): string {
  const [path, query = ''] = text.split('?', 2);
  const [name = 'page', value = '7'] = query.split('&', 1)[0]!.split('=', 2);
  return `{Path: ${shown(path)}, Query: {${shown(name || 'page')}: '${shown(value)}'}}`;
}

const asRegex = (text: string): string =>
  text
    .slice(0, 60)
    .replace(/[\\^$.+?()[\]{}|]/g, '\\$&')
    .replaceAll('*', '[^/]*');
