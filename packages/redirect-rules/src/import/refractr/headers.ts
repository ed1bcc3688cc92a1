import { parseConfig } from '../nginx/directives';
import { readHeader } from '../nginx/read-headers';
import type { AddedHeader } from '../nginx/server';
import { NginxSyntaxError } from '../nginx/tokens';
import { Refusal, type Reporter } from '../report';
import { type TreeEntry, textOf } from './tree';

/** Headers whose values are words of nginx, quotes and `always` among them, as refractr passes them on. */
export function readHeaderMap(entries: Iterable<TreeEntry>, report: Reporter): AddedHeader[] {
  return [...entries].flatMap(({ key, value, line, lastLine }) => {
    const text = `add_header ${key} ${textOf(value)};`;
    try {
      const { directives } = parseConfig(text);
      const headers = directives.map((directive) => readHeader({ ...directive, line }));
      report.converted(line, text, 'a header of answers', lastLine);
      return headers;
    } catch (error) {
      if (error instanceof Refusal) report.refusedWith(error, { line, lastLine }, text);
      else if (error instanceof NginxSyntaxError) report.refused(line, text, error.message, lastLine);
      else throw error;
      return [];
    }
  });
}
