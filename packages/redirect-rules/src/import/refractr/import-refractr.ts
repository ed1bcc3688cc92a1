import type { AuthorTest } from '../../read/author';
import { plansOf, sitePlans, withoutDoubles } from '../nginx/import-nginx';
import type { LinedPlan } from '../nginx/plan';
import type { Server } from '../nginx/server';
import { readableFile } from '../nginx/write-file';
import { type Imported, Refusal, Reporter } from '../report';
import { CommentBook } from './comments';
import { readTargets } from './complex';
import { defects } from './defects';
import { entriesOf, readSettings, readTests, type Surroundings } from './entry';
import { readHeaderMap } from './headers';
import { targetValue } from './targets';
import { parseYaml, type Tree, type TreeEntry, textOf } from './tree';

export interface RefractrOptions {
  /** Lines of a file that `wildcard-file` names; undefined: there is none. */
  readonly wildcards?: (file: string) => readonly string[] | undefined;
}

/**
 * Rules that answer as the nginx does that refractr configures: each refract a site, with its comments and tests. What
 * is wrong with that nginx stands in ./defects, with what becomes of it.
 */
export function importRefractr(text: string, file: string, options: RefractrOptions = {}): Imported {
  const report = new Reporter();
  try {
    const { root, comments } = parseYaml(text);
    const book = new CommentBook(comments);
    const head = book.takeBefore(firstLine(root));
    const plans = withoutDoubles(withoutLost(readFile(root, book, report, options), report), report);
    const rest = book.takeBefore(Number.POSITIVE_INFINITY);
    const comment = [`Imported from ${file}.`, ...head, ...rest].join('\n');
    const rules = readableFile(plans, comment, report);
    return { file: rules, report: report.report() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const all = { line: 1, lastLine: text.split('\n').length };
    report.refusedWith(error, all, 'the whole file');
    return { file: { Sites: [] }, report: report.report() };
  }
}

function readFile(
  root: Tree,
  comments: CommentBook,
  report: Reporter,
  options: RefractrOptions,
): LinedPlan[] {
  if (root.kind !== 'mapping') throw new Refusal(root.line, 'the whole file', 'it has no "refracts"');
  const find = (name: string) => root.entries.find(({ key }) => key === name);
  const refracts = find('refracts');
  if (refracts?.value.kind !== 'list')
    throw new Refusal(root.line, 'the whole file', 'it has no list of "refracts"');
  const defaults = find('default-headers');
  const defaultHeaders = new Map(
    (defaults === undefined ? [] : entriesOf(defaults)).map((entry) => [entry.key, entry]),
  );
  const around: Surroundings = {
    report,
    comments,
    wildcards: options.wildcards ?? (() => undefined),
    defaultHeaders,
  };
  reportTop(root.entries, report);
  const items = refracts.value.items;
  return items.flatMap((item, place) => {
    const end = items[place + 1]?.line ?? Number.POSITIVE_INFINITY;
    return attempt(report, item, () => readRefract(item, end, around));
  });
}

/** Of the first refract; what stands above it is about the file. */
function firstLine(root: Tree): number {
  const refracts =
    root.kind === 'mapping' ? root.entries.find(({ key }) => key === 'refracts')?.value : undefined;
  return (refracts?.kind === 'list' ? refracts.items[0]?.line : undefined) ?? 0;
}

function reportTop(entries: readonly TreeEntry[], report: Reporter): void {
  for (const { key, line, lastLine } of entries) {
    const why = 'left out: they are names for certificates that no refract has; they got a page of nginx';
    if (key === 'default-domains') report.changed(line, key, why, lastLine);
    else if (key !== 'refracts' && key !== 'default-headers')
      report.refused(line, key, 'refractr has no such key', lastLine);
  }
}

function attempt(report: Reporter, item: Tree, read: () => LinedPlan[]): LinedPlan[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    report.refusedWith(error, item, 'refract');
    return [];
  }
}

function readRefract(item: Tree, end: number, around: Surroundings): LinedPlan[] {
  if (item.kind !== 'mapping')
    throw new Refusal(
      item.line,
      item.kind === 'text' ? item.text : 'a list',
      'a refract is a target and its hosts',
    );
  const above = around.comments.take(item.line);
  const raw = item.entries.find(({ key }) => key === 'nginx');
  const { plans, tests } =
    raw === undefined ? readServer(item.entries, around) : readRaw(raw, item.entries, around);
  // Lists of hosts, and keys that nobody asked, have comments too.
  const comments = [
    ...above,
    ...plans.flatMap(({ comment }) => comment ?? []),
    ...around.comments.takeBefore(end),
  ];
  return plans.map((plan, place) => ({
    ...plan,
    ...(place === 0 && comments.length > 0 ? { comment: comments.join('\n') } : {}),
    ...(place === 0 && tests.length > 0 ? { tests } : {}),
  }));
}

interface Read {
  readonly plans: LinedPlan[];
  readonly tests: readonly AuthorTest[];
}

function readServer(entries: readonly TreeEntry[], around: Surroundings): Read {
  const { report } = around;
  const settings = readSettings(entries, around);
  const { line, hosts, hostComments, others, tests } = settings;
  const [target, ...unknown] = others;
  if (target === undefined || hosts.length === 0)
    throw new Refusal(line, 'refract', 'it has no target or no hosts');
  if (target.key !== 'dsts' && entries.some(({ key }) => key === 'srcs'))
    throw new Refusal(target.line, target.key, 'its hosts stand behind it, or below srcs where it has dsts');
  for (const { key, line: at, lastLine } of unknown)
    report.refused(at, key, 'refractr has no such key', lastLine);
  const server: Server = {
    line,
    lastLine: entries.at(-1)?.lastLine,
    names: hosts,
    listens: [],
    ...(hostComments.length === 0 ? {} : { comment: hostComments.join('\n') }),
    headers: readHeaderMap(settings.headers.values(), report),
    ...(target.key === 'dsts' ? readTargets(target.value, settings, around) : { steps: [], locations: [] }),
  };
  if (target.key === 'dsts') return { plans: plansFor(server, report), tests };
  const text = targetValue(target.key, settings.keepsPath, target.line, report);
  const step = { kind: 'return' as const, line: target.line, status: settings.status, text };
  if (settings.hasHstsImage) report.changed(line, 'hsts-img', defects.deadImage.why);
  return { plans: plansFor({ ...server, steps: [step] }, report), tests };
}

const plansFor = (server: Server, report: Reporter): LinedPlan[] =>
  sitePlans({ servers: [server], maps: new Map() }, report);

/** A block of nginx, whose lines are counted in the YAML around it. */
function readRaw(raw: TreeEntry, entries: readonly TreeEntry[], around: Surroundings): Read {
  const { report } = around;
  const inner = new Reporter();
  const { plans, comment } = plansOf(textOf(raw.value), inner);
  const shift = raw.line;
  report.addAll(inner.report(), shift);
  const tests = entries.find(({ key }) => key === 'tests');
  // Of other texts than those behind a bar the lines within are not known.
  const isLineByLine = textOf(raw.value).trimEnd().split('\n').length === (raw.lastLine ?? 0) - raw.line;
  report.converted(raw.line, 'nginx', 'the servers in it', isLineByLine ? undefined : raw.lastLine);
  for (const { key, line, lastLine } of entries) {
    if (key === 'tests') report.changed(line, key, defects.droppedTests.why);
    else if (key !== 'nginx')
      report.refused(line, key, 'refractr ignores it beside an nginx block', lastLine);
  }
  const about = comment === undefined ? {} : { comment };
  const moved = plans.map((plan, place) => ({
    ...(place === 0 ? about : {}),
    ...plan,
    line: plan.line + shift,
  }));
  return { plans: moved, tests: readTests(tests, around) };
}

/** refractr keeps servers by their first host, so that a later one takes the place of an earlier. */
function withoutLost(plans: readonly LinedPlan[], report: Reporter): LinedPlan[] {
  const last = new Map(plans.map((plan) => [plan.hosts[0], plan]));
  return plans.filter((plan) => {
    const isKept = last.get(plan.hosts[0]) === plan;
    if (!isKept) report.changed(plan.line, plan.hosts[0] ?? '', defects.lostRefract.why);
    return isKept;
  });
}
