import type { AuthorTest } from '../../read/author';
import { Refusal, type Reporter } from '../report';
import type { CommentBook } from './comments';
import { type Tree, type TreeEntry, textOf } from './tree';

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
  for (const entry of entries) reportSetting(entry, around.report);
  return {
    line,
    hosts: hosts.map(({ host }) => host),
    hostComments: hosts.flatMap(({ host, comments }) => comments.map((comment) => `${host}: ${comment}`)),
    status: readStatus(find('status')),
    keepsPath: textOf(find('preserve-path')?.value ?? yes) !== 'false',
    headers: mergedHeaders(find('headers'), around),
    hasHstsImage: textOf(find('hsts-img')?.value ?? no) === 'true',
    tests: readTests(find('tests'), around),
    others,
  };
}

const meanings: Readonly<Record<string, string>> = {
  status: 'status of the redirects',
  'preserve-path': 'whether path and query are kept',
  'hsts-img': 'whether there is a picture for HSTS',
  'wildcard-file': 'labels of the hosts',
};

function reportSetting({ line, lastLine, key, value }: TreeEntry, report: Reporter): void {
  const meaning = meanings[key];
  if (meaning !== undefined) report.converted(line, `${key}: ${textOf(value)}`, meaning, lastLine);
}

const yes: Tree = { kind: 'text', line: 0, text: 'true' };
const no: Tree = { kind: 'text', line: 0, text: 'false' };

function readHosts(tree: Tree, wildcards: TreeEntry | undefined, around: Surroundings) {
  return (tree.kind === 'list' ? tree.items : [tree]).flatMap((item) => {
    const { line, lastLine } = item;
    const text = textOf(item);
    around.report.converted(line, text, 'a host', lastLine);
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
  for (const entry of own === undefined ? [] : entriesOf(own)) {
    const { line, lastLine, key } = entry;
    if (textOf(entry.value) !== 'remove-header') headers.set(key, entry);
    else if (headers.delete(key))
      around.report.converted(line, key, 'a header that answers do not have', lastLine);
    else around.report.changed(line, key, 'left out: no default has this header, so there is none to remove');
  }
  return headers;
}

/** What stands below a key. */
export function entriesOf({ line, key, value }: TreeEntry): readonly TreeEntry[] {
  if (value.kind === 'mapping') return value.entries;
  throw new Refusal(line, key, 'names and their values must stand below it');
}

/** `- given: expected`, with a status beside it. */
export function readTests(
  entry: TreeEntry | undefined,
  { comments, report }: Pick<Surroundings, 'comments' | 'report'>,
): AuthorTest[] {
  if (entry === undefined) return [];
  const items = entry.value.kind === 'list' ? entry.value.items : [entry.value];
  return items.flatMap((item) => {
    if (item.kind !== 'mapping')
      throw new Refusal(item.line, 'tests', 'a test is a URL and what is expected of it');
    const status = item.entries.find(({ key }) => key === 'status');
    const about = comments.take(item.line);
    report.converted(item.line, item.entries[0]?.key ?? '', 'a test', item.lastLine);
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
