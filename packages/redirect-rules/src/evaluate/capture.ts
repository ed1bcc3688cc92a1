import type { Call } from './call';
import type { Condition, Subject } from './condition';
import { normalized } from './condition';
import { escapedCapture } from './nginx';

/** What a condition took of a request; undefined: it does not hold. */
export type Check = (call: Call) => readonly string[] | undefined;

const nothing: readonly string[] = [];
const when = (holds: boolean): readonly string[] | undefined => (holds ? nothing : undefined);

/** A condition, ready to be asked often: its regex is made when the first request comes to it. */
export function checkOf(condition: Condition): Check {
  switch (condition.kind) {
    case 'exact':
      return (call) => when(keyOf(call, condition.subject) === condition.path);
    case 'prefix':
      return prefixCheck(condition);
    case 'regex': {
      const find = finder(condition.regex.source);
      const { subject } = condition;
      return (call) => inPath(find(textOf(call, subject)), call, subject);
    }
    case 'query': {
      const find = finder(condition.regex.source);
      return (call) => find(call.query ?? '');
    }
    case 'parameter': {
      const find = finder(condition.regex.source);
      return (call) => find(call.parameter(condition.name));
    }
    case 'value':
      return (call) => when(call.parameter(condition.name) === condition.text);
    case 'country':
      return ({ request }) =>
        when(condition.countries.includes(request.headers?.['cloudfront-viewer-country'] ?? ''));
    case 'from':
      return ({ request }) => when(request.now >= condition.time);
    case 'until':
      return ({ request }) => when(request.now < condition.time);
  }
}

/** Undefined for what nginx would refuse. */
export function textOf(call: Call, subject: Subject): string | undefined {
  if (subject.of === 'uri') return call.uri;
  return subject.of === 'decoded' ? call.decoded : call.path;
}

/** The text by which exact paths of a subject are found. */
export function keyOf(call: Call, subject: Subject): string | undefined {
  const text = textOf(call, subject);
  return text === undefined ? undefined : normalized(text, subject);
}

function prefixCheck({ subject, prefix }: Condition & { kind: 'prefix' }): Check {
  return (call) => {
    const text = textOf(call, subject);
    if (text === undefined || !normalized(text, subject).startsWith(prefix)) return undefined;
    return inPath([text.slice(prefix.length)], call, subject);
  };
}

/** nginx escapes what rewrite takes from the decoded path; what is taken as it was sent stays. */
function inPath(
  captures: readonly string[] | undefined,
  call: Call,
  subject: Subject,
): readonly string[] | undefined {
  if (subject.of !== 'decoded') return captures;
  return captures?.map((capture) => escapedCapture(capture, call.path));
}

function finder(source: string): (text: string | undefined) => readonly string[] | undefined {
  let regex: RegExp | undefined;
  return (text) => {
    if (text === undefined) return undefined;
    regex ??= new RegExp(source);
    // A group that took no part is empty.
    return regex
      .exec(text)
      ?.slice(1)
      .map((capture: string | undefined) => capture ?? '');
  };
}
