import type { Match } from '../model/rule-set';
import { regexText } from './path';
import type { Fill } from './sample';

/** What a campaign adds to a link: where the rule asks for nothing, the query must not disturb it. */
const addedQueries = [undefined, 'utm_source=newsletter', 'x=1&y=2'];

/** The query that the match may take, without its question mark. */
export function queryOf(match: Match, variant: number, fill?: Fill): string | undefined {
  const parameters = Object.entries(match.query ?? {}).map(([name, value]) => {
    const text = value.kind === 'text' ? value.text : regexText(value.regex, variant, fill);
    return text === '' ? name : `${name}=${text}`;
  });
  const asked = match.queryRegex === undefined ? [] : [regexText(match.queryRegex, variant, fill)];
  const all = [...asked, ...parameters];
  if (all.length > 0) return all.join('&');
  return addedQueries[Math.floor(variant / 2) % addedQueries.length];
}
