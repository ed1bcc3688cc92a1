import type { AuthorTest } from '../../read/author';
import { Refusal, type Reporter } from '../report';
import type { CommentBook } from './comments';
import { type Tree, type TreeEntry, textOf, textsOf } from './tree';

/** What stands beside the targets of a refract, simple or complex. */
export interface Settings {
  readonly line: number;
  readonly hosts: readonly string[];
  readonly hostComments: readonly string[];
  readonly status: number;
  readonly keepsPath: boolean;
  readonly headers: ReadonlyMap<string, TreeEntry>;
  readonly hasHstsImage: boolean;
  readonly tests: readonly AuthorTest[];
  /** All keys that are no setting. */
  readonly others: readonly TreeEntry[];
}

export interface Surroundings {
  readonly report: Reporter;
  readonly comments: CommentBook;
  /** Lines of a file named by `wildcard-file`. */
  readonly wildcards: (file: string) => readonly string[] | undefined;
  readonly defaultHeaders: ReadonlyMap<string, TreeEntry>;
}

const settingKeys: ReadonlySet<string> = new Set([
  'status',
  'preserve-path',
  'headers',
  'hsts-img',
  'wildcard-file',
  'tests',
  'srcs',
]);

export function readSettings(entries: readonly TreeEntry[], around: Surroundings): Settings {
  const find = (name: string) => entries.find(({ key }) => key === name);
  const others = entries.filter(({ key }) => !settingKeys.has(key));
  const line = entries[0]?.line ?? 1;
  const sources = find('srcs') ?? others[0];
  const hosts = sources === undefined ? [] : readHosts(sources.value, find('wildcard-file'), around);
  return {
    line,
    hosts: hosts.map(({ host }) => host),
    hostComments: hosts.flatMap(({ host, comments }) => comments.map((comment) => `${host}: ${comment}`)),
    status: readStatus(find('status')),
    keepsPath: textOf(find('preserve-path')?.value ?? yes) !== 'false',
    headers: mergedHeaders(find('headers'), around),
    hasHstsImage: textOf(find('hsts-img')?.value ?? no) === 'true',
    tests: readTests(find('tests'), around.comments),
    others,
  };
}

const yes: Tree = { kind: 'text', line: 0, text: 'true' };
const no: Tree = { kind: 'text', line: 0, text: 'false' };

function readHosts(tree: Tree, wildcards: TreeEntry | undefined, around: Surroundings) {
  return textsOf(tree).flatMap(({ line, text }) => {
    const comments = tree.kind === 'list' ? around.comments.take(line) : [];
    const names = text.startsWith('wildcard.') && wildcards ? expanded(text, wildcards, around) : [text];
    return names.map((name, place) => ({ host: name.toLowerCase(), comments: place === 0 ? comments : [] }));
  });
}

function expanded(name: string, { line, value }: TreeEntry, { wildcards }: Surroundings): string[] {
  const file = textOf(value);
  const labels = wildcards(file);
  if (labels === undefined)
    throw new Refusal(line, `wildcard-file: ${file}`, `the file is not there, so "${name}" has no names`);
  return labels.map((label) => `${label}${name.slice('wildcard'.length)}`);
}

export function readStatus(entry: TreeEntry | undefined): number {
  if (entry === undefined) return 301;
  const status = Number(textOf(entry.value));
  if (![301, 302, 303, 307, 308].includes(status))
    throw new Refusal(
      entry.line,
      `status: ${textOf(entry.value)}`,
      'a redirect has 301, 302, 303, 307 or 308',
    );
  return status;
}

function mergedHeaders(own: TreeEntry | undefined, around: Surroundings): ReadonlyMap<string, TreeEntry> {
  const headers = new Map(around.defaultHeaders);
  const entries = own?.value.kind === 'mapping' ? own.value.entries : [];
  for (const entry of entries) {
    if (textOf(entry.value) !== 'remove-header') headers.set(entry.key, entry);
    else if (!headers.delete(entry.key))
      around.report.changed(
        entry.line,
        entry.key,
        'left out: no default has this header, so there is none to remove',
      );
  }
  return headers;
}

/** `- given: expected`, with a status beside it. */
export function readTests(entry: TreeEntry | undefined, comments: CommentBook): AuthorTest[] {
  if (entry === undefined) return [];
  const items = entry.value.kind === 'list' ? entry.value.items : [entry.value];
  return items.flatMap((item) => {
    if (item.kind !== 'mapping')
      throw new Refusal(item.line, 'tests', 'a test is a URL and what is expected of it');
    const status = item.entries.find(({ key }) => key === 'status');
    const about = comments.take(item.line);
    return item.entries
      .filter(({ key }) => key !== 'status')
      .map(
        ({ key, value }): AuthorTest => ({
          ...(about.length === 0 ? {} : { comment: about.join('\n') }),
          Url: key,
          Expect:
            status === undefined ? textOf(value) : { Location: textOf(value), Status: readStatus(status) },
        }),
      );
  });
}
