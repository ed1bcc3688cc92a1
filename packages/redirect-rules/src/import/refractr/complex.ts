import { regexOf } from '../nginx/condition';
import { readTest } from '../nginx/read-steps';
import { literalStart } from '../nginx/regex';
import type { IfStep, Location, ReturnStep, RewriteStep, Server, Step } from '../nginx/server';
import { NginxSyntaxError, tokenize } from '../nginx/tokens';
import { Refusal } from '../report';
import { defects } from './defects';
import { entriesOf, readStatus, type Settings, type Surroundings } from './entry';
import { readHeaderMap } from './headers';
import { targetValue } from './targets';
import { type Tree, type TreeEntry, textOf } from './tree';

/** What a refract with `dsts` puts into its server. */
export function readTargets(
  tree: Tree,
  settings: Settings,
  around: Surroundings,
): Pick<Server, 'steps' | 'locations'> {
  const steps: Step[] = [];
  const locations = new Map<string, Location>();
  for (const item of tree.kind === 'list' ? tree.items : [tree]) {
    if (item.kind !== 'mapping')
      throw new Refusal(item.line, 'dsts', 'a target is "what to match: where to"');
    const reader = new TargetReader(item.entries, settings, around);
    for (const made of reader.read()) {
      if ('modifier' in made) addLocation(locations, made, around);
      else steps.push(made);
    }
  }
  if (settings.hasHstsImage) addLocation(locations, imageLocation(settings.line), around);
  return { steps, locations: [...locations.values()] };
}

/** nginx does not start with one location twice. */
function addLocation(locations: Map<string, Location>, location: Location, { report }: Surroundings): void {
  const { modifier, path, line, steps } = location;
  const name = `${modifier} ${path}`;
  const before = locations.get(name);
  if (before === undefined) locations.set(name, location);
  else if (modifier === '=') report.refused(line, path, 'it has a target already');
  else {
    report.changed(line, path, 'nginx does not start with two regexes of one prefix; they are kept in order');
    locations.set(name, { ...before, steps: [...before.steps, ...steps] });
  }
}

const imageLocation = (line: number): Location => ({
  line,
  comment: 'A picture that browsers load to learn of HSTS.',
  modifier: '=',
  path: '/set_hsts.gif',
  steps: [{ kind: 'return', line, status: 200 }],
});

/** A predicate between its parentheses, as words of nginx. */
function wordsOf(predicate: string, line: number): string[] {
  try {
    return Array.from(tokenize(`(${predicate})`), ({ text }) => text);
  } catch (error) {
    if (!(error instanceof NginxSyntaxError)) throw error;
    throw new Refusal(line, `if: ${predicate}`, error.message);
  }
}

class TargetReader {
  private readonly line: number;
  private readonly status: number;
  private readonly about: { comment?: string };

  constructor(
    private readonly entries: readonly TreeEntry[],
    private readonly settings: Settings,
    private readonly around: Surroundings,
  ) {
    this.line = entries[0]?.line ?? settings.line;
    const status = this.find('status');
    this.status = status === undefined ? settings.status : readStatus(status);
    const comments = around.comments.take(this.line);
    this.about = comments.length === 0 ? {} : { comment: comments.join('\n') };
  }

  read(): (Step | Location)[] {
    this.reportStatus();
    const endpoint = this.find('url');
    if (endpoint !== undefined) return [this.endpoint(endpoint)];
    const test = this.find('if');
    const targets = this.entries.filter(({ key }) => key !== 'if' && key !== 'status');
    if (test !== undefined) return [this.conditional(test, targets)];
    return targets.map((target) => this.plain(target));
  }

  private reportStatus(): void {
    const status = this.find('status');
    if (status === undefined) return;
    const { line, lastLine, value } = status;
    this.around.report.converted(line, `status: ${textOf(value)}`, 'status of the redirect', lastLine);
  }

  private find(name: string): TreeEntry | undefined {
    return this.entries.find(({ key }) => key === name);
  }

  private plain(target: TreeEntry): Step | Location {
    const { key, line, value } = target;
    if (key === 'redirect') return { ...this.about, ...this.redirect(target) };
    if (key.startsWith('^')) return this.regexLocation(target);
    if (!key.startsWith('/'))
      throw new Refusal(line, key, 'it must be a path, a regex that begins with "^", or "redirect"');
    if (textOf(value).includes('$splat')) return this.splatLocation(target);
    const steps = [this.redirect(target)];
    return { ...this.about, line, modifier: '=', path: key, steps };
  }

  private redirect({ line, lastLine, value }: TreeEntry): ReturnStep {
    return { kind: 'return', line, lastLine, status: this.status, text: this.value(value, line) };
  }

  private value(value: Tree, line: number): string {
    return targetValue(textOf(value), this.settings.keepsPath, line, this.around.report);
  }

  /** refractr writes `rewrite regex target`, with a flag for 301 and 302 and an error for others. */
  private rewrite({ key, line, lastLine, value }: TreeEntry): RewriteStep {
    const text = this.value(value, line);
    const { report } = this.around;
    if (this.status !== 301 && this.status !== 302) report.changed(line, key, defects.brokenRewrite.why);
    const isDouble = text.endsWith('$request_uri');
    if (isDouble) report.converted(line, key, defects.doubleQuery.why);
    const keepsQuery = !text.endsWith('?');
    return {
      kind: 'rewrite',
      line,
      lastLine,
      ...(isDouble ? { comment: defects.doubleQuery.comment } : {}),
      regex: key,
      status: this.status as RewriteStep['status'],
      target: keepsQuery ? text : text.slice(0, -1),
      keepsQuery,
    };
  }

  /** A location of what stands between `^` and the last parenthesis. */
  private regexLocation(target: TreeEntry): Location {
    const { key, line } = target;
    const { report } = this.around;
    const group = key.lastIndexOf('(');
    if (group < 0) report.changed(line, key, defects.brokenRewrite.why);
    const named = group < 0 ? '' : key.slice(1, group);
    const start = literalStart(regexOf(key, false, line))?.text ?? '/';
    if (group >= 0 && named !== start) report.changed(line, key, defects.brokenLocation.why);
    const path = start.startsWith('/') ? start : '/';
    return { ...this.about, line, modifier: '', path, steps: [this.rewrite(target)] };
  }

  private splatLocation(target: TreeEntry): Location {
    const { key, line, lastLine, value } = target;
    this.around.report.changed(line, key, defects.brokenSplat.why);
    const prefix = key.replace(/\*$/, '');
    const text = `https://${textOf(value).trim().replace('$splat', '$1')}`;
    const regex = `^${prefix.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(.*)`;
    const step: RewriteStep = {
      kind: 'rewrite',
      line,
      lastLine,
      regex,
      status: this.status as 301,
      target: text,
      keepsQuery: true,
    };
    return { ...this.about, line, modifier: '', path: prefix, steps: [step] };
  }

  private conditional(test: TreeEntry, targets: readonly TreeEntry[]): IfStep {
    const words = wordsOf(textOf(test.value), test.line);
    const steps = targets.map((target) =>
      target.key === 'redirect' ? this.redirect(target) : this.rewrite(target),
    );
    const { line, lastLine } = test;
    this.around.report.converted(line, `if: ${textOf(test.value)}`, 'a condition of rules', lastLine);
    const end = this.entries.at(-1)?.lastLine;
    return { kind: 'if', line, lastLine: end, ...this.about, test: readTest(words, line), steps };
  }

  /** `url`, `headers` and `endpoint`: the same path of another host, with headers of its own. */
  private endpoint(url: TreeEntry): Location {
    const { report, defaultHeaders } = this.around;
    const path = textOf(url.value);
    const target = this.find('endpoint');
    if (target === undefined) throw new Refusal(url.line, path, 'it has no endpoint');
    const endpoint = textOf(target.value);
    const own = this.find('headers');
    for (const { key, line, value } of this.entries) {
      if (!['url', 'endpoint', 'headers', 'status'].includes(key))
        report.refused(line, key, 'refractr has no such key beside url', value.lastLine);
    }
    report.converted(url.line, path, 'a rule', url.lastLine);
    report.converted(target.line, endpoint, 'target of the rule', target.lastLine);
    const isLost = own !== undefined && defaultHeaders.size > 0;
    if (isLost) report.converted(url.line, path, defects.lostHsts.why);
    const comments = [this.about.comment, isLost ? defects.lostHsts.comment : undefined].filter(
      (text) => text !== undefined,
    );
    return {
      line: url.line,
      ...(comments.length === 0 ? {} : { comment: comments.join('\n') }),
      modifier: '=',
      path,
      ...(own === undefined ? {} : { headers: readHeaderMap(entriesOf(own), report) }),
      steps: [{ kind: 'return', line: url.line, status: this.status, text: `https://${endpoint}${path}` }],
    };
  }
}
