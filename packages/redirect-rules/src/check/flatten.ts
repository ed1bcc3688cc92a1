import type { Request } from '../model/exchange';
import type { Target } from '../model/rule-set';
import type { Context, Subject } from './context';
import { follow } from './trail';

/**
 * What to write for a redirect so that it goes straight to where its chain ends, as an author would write it. It is
 * said only where it gives the same end for every example.
 */
export function flattened(context: Context, subject: Subject): string | undefined {
  const ends = context
    .examplesOf(subject)
    .map((request) => ({ request, end: endOf(context, request) }))
    .filter((each): each is { request: Request; end: string } => each.end !== undefined);
  const [first] = ends;
  if (first === undefined) return undefined;
  for (const target of candidates(context, subject, first.request, first.end)) {
    const answer = context.alone(withTarget(subject, target));
    if (ends.every(({ request, end }) => answer(request).location === end)) return shown(target);
  }
  return undefined;
}

function endOf(context: Context, request: Request): string | undefined {
  const trail = follow(context.answer, request);
  if (trail.end === 'loops') return undefined;
  return trail.hops.findLast(({ answer }) => answer.location !== undefined)?.answer.location;
}

const modes = (url: string): Target[] =>
  (['drop', 'keep'] as const).flatMap((path) =>
    (['drop', 'keep', 'merge'] as const).map((query) => ({ url, path, query })),
  );

/** The end itself; the end without what the request brought; the end with the own capture put back. */
function candidates({ answer }: Context, { outcome }: Subject, request: Request, end: string): Target[] {
  const literal = (text: string) => text.replaceAll('$', '$$$$');
  const [path = ''] = request.uri.split('?');
  const [bare = ''] = end.split('?');
  const withoutPath = path !== '/' && bare.endsWith(path) ? [`${bare.slice(0, -path.length)}/`] : [];
  const own = /^([^$:]*:[^$:]*)(\$\w+|:\w+)$/.exec(outcome.target?.url ?? '');
  const [location = ''] = (answer(request).location ?? '').split('?');
  const captured = own === null ? '' : location.slice(own[1]!.length);
  const withCapture =
    captured !== '' && bare.endsWith(captured) ? [literal(bare.slice(0, -captured.length)) + own![2]!] : [];
  return [...withCapture, literal(end), literal(bare), ...withoutPath.map(literal)].flatMap(modes);
}

function withTarget(subject: Subject, target: Target): Subject {
  const outcome = { ...subject.outcome, target };
  if (subject.rule !== undefined) return { ...subject, rule: { ...subject.rule, outcome }, outcome };
  return { site: { ...subject.site, unmatched: outcome }, outcome };
}

function shown({ url, path, query }: Target): string {
  const modes = [
    path === 'keep' ? 'Path: Keep' : '',
    query === 'keep' ? '' : `Query: ${query === 'drop' ? 'Drop' : 'Merge'}`,
  ];
  return [`To: ${url}`, ...modes.filter((mode) => mode !== '')].join(', ');
}
