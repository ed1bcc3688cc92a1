/** What a payload of GitHub asks for. */
export type Asked =
  | { readonly kind: 'start'; readonly repository: string; readonly branch: string; readonly commit: string }
  | { readonly kind: 'nothing'; readonly because: string }
  | { readonly kind: 'unreadable'; readonly because: string };

interface Payload {
  readonly ref?: unknown;
  readonly after?: unknown;
  readonly deleted?: unknown;
  readonly repository?: { readonly full_name?: unknown } | null;
}

const commitForm = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
const heads = 'refs/heads/';

/** @param event of the header `X-GitHub-Event` */
export function readPush(event: string | undefined, text: string): Asked {
  if (event === 'ping') return { kind: 'nothing', because: 'ping: the webhook is set up' };
  if (event !== 'push') return { kind: 'nothing', because: `the event ${event} starts nothing` };
  const payload = payloadOf(text);
  if (!payload) return { kind: 'unreadable', because: 'no JSON: set the content type to application/json' };
  const { ref, after, deleted, repository } = payload;
  if (typeof ref !== 'string' || typeof repository?.full_name !== 'string')
    return { kind: 'unreadable', because: 'a push without ref or repository' };
  if (!ref.startsWith(heads)) return { kind: 'nothing', because: `${ref} is no branch` };
  // The branch is gone: there is no commit to build, and `after` is all zeros.
  if (deleted === true) return { kind: 'nothing', because: `${ref} was deleted` };
  if (typeof after !== 'string' || !commitForm.test(after))
    return { kind: 'unreadable', because: 'a push without the commit that was pushed' };
  return { kind: 'start', repository: repository.full_name, branch: ref.slice(heads.length), commit: after };
}

function payloadOf(text: string): Payload | undefined {
  try {
    const payload: unknown = JSON.parse(text);
    return typeof payload === 'object' && payload !== null ? payload : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
