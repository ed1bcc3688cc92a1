import { unescapedRedirect } from '../../evaluate/nginx';
import { Refusal } from '../report';
import type { ReturnStep, RewriteStep } from './server';
import { parseTemplate, substitute, type TemplatePart } from './template';

/** Where a candidate redirects to, before its variables have names of the rule language. */
export interface RawTarget {
  readonly parts: readonly TemplatePart[];
  /** The request's path, as it was sent, goes behind the target. */
  readonly keepsPath: boolean;
  readonly keepsQuery: boolean;
}

/** Captures and pieces of the request that the target needs from the match. */
export const usedBy = ({ parts }: RawTarget): Set<string> =>
  new Set(parts.flatMap((part) => (part.kind === 'variable' ? [part.name] : [])));

/**
 * The target's parts, with its host and what a map has set put in, and with the request's query and path at its end
 * taken for what they are: `https://example.com$request_uri` keeps both.
 */
export function rawTarget(
  step: ReturnStep | RewriteStep,
  known: ReadonlyMap<string, string>,
  host: string | undefined,
): RawTarget {
  const text = step.kind === 'return' ? (step.text ?? '') : step.target;
  const origin =
    host === undefined
      ? []
      : ['host', 'http_host', 'server_name'].map((name): [string, string] => [name, host]);
  const filled = substitute(text, new Map([['scheme', 'https'], ...origin, ...known]));
  // nginx puts the server's own name before a path, and viewers come by https.
  const absolute = filled.startsWith('/') && host !== undefined ? `https://${host}${filled}` : filled;
  if (!/^https?:\/\/[^/?#]/.test(absolute))
    throw new Refusal(step.line, text, 'a rule redirects to an absolute http or https URL');
  const parts = parseTemplate(absolute);
  return step.kind === 'return' ? returned(parts) : rewritten(parts, step.keepsQuery);
}

/** A rewrite decodes what it writes up to the first question mark, and adds the query by itself. */
function rewritten(parts: readonly TemplatePart[], keepsQuery: boolean): RawTarget {
  let isQuery = false;
  const decoded = parts.map((part) => {
    if (part.kind === 'variable' || isQuery) return part;
    const text = unescapedRedirect(part.text);
    isQuery = text.includes('?');
    return { ...part, text };
  });
  return { parts: decoded, keepsPath: false, keepsQuery };
}

/** A return writes its variables as they are. */
function returned(parts: readonly TemplatePart[]): RawTarget {
  const bare = withoutQuery(parts);
  if (bare !== undefined) return { parts: bare, keepsPath: false, keepsQuery: true };
  const [origin, variable] = parts;
  const isWhole = parts.length === 2 && variable?.kind === 'variable' && variable.name === 'request_uri';
  const isPlain = origin?.kind === 'text' && /^https?:\/\/[^?#]*[^/?#]$/.test(origin.text);
  if (isWhole && isPlain) return { parts: [origin], keepsPath: true, keepsQuery: true };
  return { parts, keepsPath: false, keepsQuery: false };
}

const queryNames: ReadonlySet<string> = new Set(['args', 'query_string']);

/** What stands before `$is_args$args` or `?$args` at the end. */
function withoutQuery(parts: readonly TemplatePart[]): TemplatePart[] | undefined {
  const last = parts.at(-1);
  if (last?.kind !== 'variable' || !queryNames.has(last.name)) return undefined;
  const before = parts.at(-2);
  if (before?.kind === 'variable' && before.name === 'is_args') return parts.slice(0, -2);
  if (before?.kind !== 'text' || !/[?&]$/.test(before.text)) return undefined;
  return [...parts.slice(0, -2), { kind: 'text', text: before.text.slice(0, -1) }];
}
