import { type Lines, Refusal, type Reporter } from '../report';
import { type Condition, locationCondition, regexOf, testCondition } from './condition';
import { orderLocations } from './locations';
import { branchesOf } from './maps';
import type { AddedHeader, Location, ReturnStep, RewriteStep, Server, Step, VariableMap } from './server';

/** A place of the configuration that answers the requests for which its conditions hold. */
export interface Candidate extends Lines {
  readonly comments: readonly string[];
  readonly conditions: readonly Condition[];
  /** `files`: nginx looks for a file of its root, and finds none. */
  readonly action: ReturnStep | RewriteStep | { readonly kind: 'files' };
  readonly headers: readonly AddedHeader[];
  /** Values of variables that a map has set on the way. */
  readonly known: ReadonlyMap<string, string>;
}

export interface Context {
  /** The host that the rules are for, where they depend on it. */
  readonly host?: string;
  readonly maps: ReadonlyMap<string, VariableMap>;
  readonly report: Reporter;
}

interface Level {
  readonly comments: readonly string[];
  readonly conditions: readonly Condition[];
  readonly headers: readonly AddedHeader[];
  readonly known: ReadonlyMap<string, string>;
}

/**
 * All that can answer, so that the first whose conditions hold is the one that nginx takes: the rewrite phase of the
 * server from top to bottom, then its locations in the order of `orderLocations`.
 */
export function candidatesOf(server: Server, context: Context): Candidate[] {
  const [name] = server.names;
  const known = new Map(name !== undefined && /^[a-z]/.test(name) ? [['server_name', name]] : []);
  const base: Level = { comments: [], conditions: [], headers: server.headers, known };
  const found: Candidate[] = [];
  if (walk(server.steps, base, context, found)) {
    for (const location of server.locations) unreached(context, location, nameOf(location));
    return found;
  }
  for (const { location, isFollowed } of orderLocations(server.locations, context.report)) {
    const read = () => locationCandidates(location, isFollowed, base, context);
    const own = attempt(context, location, nameOf(location), [], read);
    found.push(...own);
  }
  return found;
}

function locationCandidates(
  location: Location,
  isFollowed: boolean,
  base: Level,
  context: Context,
): Candidate[] {
  const level: Level = {
    ...base,
    comments: location.comment === undefined ? [] : [location.comment],
    conditions: [locationCondition(location)],
    headers: location.headers ?? base.headers,
  };
  const found: Candidate[] = [];
  const isAnswered = walk(location.steps, level, context, found);
  // Nobody below may answer for this location, and its 404 has its own headers.
  if (!isAnswered && (isFollowed || location.headers !== undefined))
    found.push({ ...level, line: location.line, action: { kind: 'files' } });
  return found;
}

/** Adds what the steps answer; true where no request gets past them. */
function walk(steps: readonly Step[], level: Level, context: Context, found: Candidate[]): boolean {
  for (const [place, step] of steps.entries()) {
    const isEnd = attempt(context, step, step.kind, false, () => walkStep(step, level, context, found));
    if (!isEnd) continue;
    for (const dead of steps.slice(place + 1)) unreached(context, dead, dead.kind);
    return true;
  }
  return false;
}

function walkStep(step: Step, level: Level, context: Context, found: Candidate[]): boolean {
  const comments = step.comment === undefined ? level.comments : [...level.comments, step.comment];
  if (step.kind === 'if') return walkIf(step, { ...level, comments }, context, found);
  const texts = step.kind === 'return' ? [step.text ?? ''] : [step.target];
  const branches = branchesOf(texts, context, step.line);
  for (const branch of branches) {
    const conditions = [...level.conditions, ...branch.conditions];
    if (step.kind === 'rewrite')
      conditions.push({ kind: 'path', regex: regexOf(step.regex, false, step.line) });
    const known = new Map([...level.known, ...branch.known]);
    const { line, lastLine } = step;
    found.push({ line, lastLine, comments, conditions, action: step, headers: level.headers, known });
  }
  return step.kind === 'return' && branches.some(({ isCertain }) => isCertain);
}

function walkIf(step: Step & { kind: 'if' }, level: Level, context: Context, found: Candidate[]): boolean {
  if (step.headers !== undefined && step.steps.at(-1)?.kind !== 'return')
    throw new Refusal(step.line, 'if', 'its add_header would go on to other answers; end it with a return');
  const map = context.maps.get(step.test.variable);
  if (map !== undefined) {
    for (const branch of branchesOf([`\${${step.test.variable}}`], context, step.line, step.test)) {
      const conditions = [...level.conditions, ...branch.conditions];
      const known = new Map([...level.known, ...branch.known]);
      walk(
        step.steps,
        { ...level, conditions, known, headers: step.headers ?? level.headers },
        { ...context, maps: without(context.maps, step.test.variable) },
        found,
      );
    }
    return false;
  }
  const asked = testCondition(step.test, step.line, context.host);
  if (asked === false) {
    const why = 'left out: it never holds, as the host and the scheme are known';
    context.report.converted(step.line, `if ($${step.test.variable} ...)`, why, step.lastLine);
    return false;
  }
  const conditions = asked === true ? level.conditions : [...level.conditions, asked];
  const isEnd = walk(
    step.steps,
    { ...level, conditions, headers: step.headers ?? level.headers },
    context,
    found,
  );
  return asked === true && isEnd;
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

const nameOf = ({ modifier, path }: Location): string =>
  ['location', modifier, path].filter(Boolean).join(' ');

function unreached({ report }: Context, { line, lastLine }: Lines, what: string): void {
  const why = 'left out: nothing reaches it, as what stands above it answers every request';
  report.changed(line, what, why, lastLine);
}

function attempt<T>({ report }: Context, place: Lines, what: string, otherwise: T, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    report.refusedWith(error, place, what);
    return otherwise;
  }
}
