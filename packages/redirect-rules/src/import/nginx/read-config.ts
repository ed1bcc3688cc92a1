import { Refusal, type Reporter } from '../report';
import { leftOut } from './beside';
import { type Directive, wordsOf } from './directives';
import { readHeaders } from './read-headers';
import { readMap } from './read-map';
import { isStep, readSteps } from './read-steps';
import type { AddedHeader, Location, Server, VariableMap } from './server';

export interface NginxConfig {
  readonly servers: readonly Server[];
  /** By the name of the variable that they set. */
  readonly maps: ReadonlyMap<string, VariableMap>;
}

/** All servers of the file, whether they stand in an `http` block or, as in a file to include, by themselves. */
export function readConfig(directives: readonly Directive[], report: Reporter): NginxConfig {
  const servers: Server[] = [];
  const maps = new Map<string, VariableMap>();
  const visit = (level: readonly Directive[], above: readonly AddedHeader[]): void => {
    const headers = readHeaders(level, report) ?? above;
    for (const directive of level) {
      if (directive.name === 'http') {
        reportKept(directive, 'all servers and maps in it', report);
        visit(directive.block ?? [], headers);
      } else if (directive.name === 'server') servers.push(readServer(directive, headers, report));
      else if (directive.name === 'map') addMap(maps, directive, report);
      else if (directive.name !== 'add_header') reportOther(directive, report);
    }
  };
  visit(directives, []);
  return { servers, maps };
}

function addMap(maps: Map<string, VariableMap>, directive: Directive, report: Reporter): void {
  try {
    const { name, map } = readMap(directive);
    maps.set(name, map);
    reportKept(directive, 'conditions of the rules that use it', report);
    for (const entry of directive.block ?? []) reportKept(entry, 'a condition, or a text of rules', report);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    report.refusedWith(error, directive, wordsOf(directive));
  }
}

function readServer(directive: Directive, above: readonly AddedHeader[], report: Reporter): Server {
  const inner = directive.block ?? [];
  const argsOf = (name: string) => inner.filter((child) => child.name === name).flatMap(({ args }) => args);
  for (const child of inner) {
    if (child.name === 'server_name') reportKept(child, 'hosts of the site', report);
    else if (!['add_header', 'location'].includes(child.name) && !isStep(child)) reportOther(child, report);
  }
  const comments = [
    directive,
    ...inner.filter(({ name }) => name === 'server_name' || name === 'add_header'),
  ];
  return {
    line: directive.line,
    lastLine: directive.lastLine,
    ...commentOf(comments),
    names: argsOf('server_name').map((name) => (name.startsWith('~') ? name : name.toLowerCase())),
    listens: inner.filter(({ name }) => name === 'listen').map(({ args }) => args.join(' ')),
    headers: readHeaders(inner, report) ?? above,
    steps: readSteps(inner, report),
    locations: inner
      .filter(({ name }) => name === 'location')
      .flatMap((child) => readLocation(child, report)),
  };
}

const modifiers: ReadonlySet<string> = new Set(['=', '^~', '~', '~*']);

function readLocation(directive: Directive, report: Reporter): Location[] {
  const { args, line, lastLine, block } = directive;
  const inner = block ?? [];
  // A modifier may stick to the path, as in `location =/a`.
  const [, stuck, stuckPath] = /^(=|\^~|~\*|~)(.+)$/.exec(args[0] ?? '') ?? [];
  const [modifier = '', path] = args.length === 2 ? args : stuck ? [stuck, stuckPath] : ['', args[0]];
  if (path === undefined || args.length > 2 || (modifier !== '' && !modifiers.has(modifier))) {
    const why = 'it must be a path, with "=", "^~", "~" or "~*" before it';
    report.refused(line, wordsOf(directive), why, lastLine);
    return [];
  }
  if (path.startsWith('@')) {
    report.refused(line, wordsOf(directive), 'nginx goes there from within only, and no rule can', lastLine);
    return [];
  }
  for (const child of inner) {
    if (child.name !== 'add_header' && !isStep(child)) reportOther(child, report);
  }
  const headers = readHeaders(inner, report);
  reportKept(directive, 'a path that rules match', report);
  const location = {
    line,
    lastLine,
    modifier: modifier as Location['modifier'],
    path,
    steps: readSteps(inner, report),
  };
  return [{ ...location, ...commentOf([directive]), ...(headers === undefined ? {} : { headers }) }];
}

const reportKept = (directive: Directive, as: string, report: Reporter): void =>
  report.converted(directive.line, wordsOf(directive), as, directive.headLine);

function reportOther(directive: Directive, report: Reporter): void {
  const { name, line, lastLine, block } = directive;
  const what = wordsOf(directive);
  const why = leftOut(name);
  const refused = (because: string) => report.refused(line, what, because, lastLine);
  if (name === 'listen') report.converted(line, what, leftOut(name)!, lastLine);
  else if (why !== undefined) report.changed(line, what, `left out: ${why}`, lastLine);
  else if (name === 'include') refused('only one file is read; put the text of the other in its place');
  else refused(block === undefined ? 'a rule cannot say this' : 'a rule cannot say this block');
}

function commentOf(directives: readonly Directive[]): { comment?: string } {
  const lines = directives.flatMap(({ comment }) => (comment === undefined ? [] : [comment]));
  return lines.length === 0 ? {} : { comment: lines.join('\n') };
}
