import { Refusal, type Reporter } from '../report';
import { leftOut } from './beside';
import type { Directive } from './directives';
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
      if (directive.name === 'http') visit(directive.block ?? [], headers);
      else if (directive.name === 'server') servers.push(readServer(directive, headers, report));
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
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    report.refused(error.line, error.what, error.why);
  }
}

function readServer(directive: Directive, above: readonly AddedHeader[], report: Reporter): Server {
  const inner = directive.block ?? [];
  const wordsOf = (name: string) => inner.filter((child) => child.name === name).flatMap(({ args }) => args);
  for (const child of inner) {
    if (!['server_name', 'add_header', 'location', 'listen'].includes(child.name) && !isStep(child))
      reportOther(child, report);
  }
  const comments = [
    directive,
    ...inner.filter(({ name }) => name === 'server_name' || name === 'add_header'),
  ];
  return {
    line: directive.line,
    ...commentOf(comments),
    names: wordsOf('server_name').map((name) => (name.startsWith('~') ? name : name.toLowerCase())),
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
  const { args, line, block } = directive;
  const inner = block ?? [];
  // A modifier may stick to the path, as in `location =/a`.
  const [, stuck, stuckPath] = /^(=|\^~|~\*|~)(.+)$/.exec(args[0] ?? '') ?? [];
  const [modifier = '', path] = args.length === 2 ? args : stuck ? [stuck, stuckPath] : ['', args[0]];
  if (path === undefined || args.length > 2 || (modifier !== '' && !modifiers.has(modifier))) {
    report.refused(
      line,
      `location ${args.join(' ')}`,
      'it must be a path, with "=", "^~", "~" or "~*" before it',
    );
    return [];
  }
  if (path.startsWith('@')) {
    report.refused(line, `location ${path}`, 'nginx goes there from within only, and no rule can');
    return [];
  }
  for (const child of inner) {
    if (child.name !== 'add_header' && !isStep(child)) reportOther(child, report);
  }
  const headers = readHeaders(inner, report);
  const location = {
    line,
    modifier: modifier as Location['modifier'],
    path,
    steps: readSteps(inner, report),
  };
  return [{ ...location, ...commentOf([directive]), ...(headers === undefined ? {} : { headers }) }];
}

function reportOther({ name, args, line, block }: Directive, report: Reporter): void {
  const what = [name, ...args].join(' ').slice(0, 80);
  const why = leftOut(name);
  if (name === 'listen') return;
  if (why !== undefined) report.changed(line, what, `left out: ${why}`);
  else if (name === 'include')
    report.refused(line, what, 'only one file is read; put the text of the other in its place');
  else if (block !== undefined) report.refused(line, what, 'a rule cannot say this block');
  else report.refused(line, what, 'a rule cannot say this');
}

function commentOf(directives: readonly Directive[]): { comment?: string } {
  const lines = directives.flatMap(({ comment }) => (comment === undefined ? [] : [comment]));
  return lines.length === 0 ? {} : { comment: lines.join('\n') };
}
