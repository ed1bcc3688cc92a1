/** What the author's text says of a target's host. */
export interface TargetHost {
  /** `fixed`: no capture has a part in it. `below`: a capture, then this text. `open`: a capture may make it any host. */
  readonly kind: 'fixed' | 'below' | 'open';
  readonly text: string;
}

const capture = /\$\{[^}]*\}|\$[A-Za-z_]\w*|\$\d|:[A-Za-z_]\w*/g;

/**
 * `https://$1.example.com/` stays below example.com. `https://$1example.com/` does not, nor does what is left of a top
 * level domain: whoever asks for it may register `evilexample.com`.
 */
export function targetHost(url: string): TargetHost {
  const authority = /^[^:]+:\/\/((?:\$\{[^}]*\}|[^/?#])*)/.exec(url)?.[1] ?? '';
  const captures = [...authority.replaceAll('$$', '__').matchAll(capture)];
  const last = captures.at(-1);
  if (last === undefined) return { kind: 'fixed', text: authority };
  const text = authority.slice(last.index + last[0].length);
  const isBelow = text.startsWith('.') && text.slice(1).split('.').length >= 2;
  // A host that ends with a capture: the evaluator lets it be empty or begin a path, nothing else.
  if (text === '' && last.index > 0 && captures.length === 1)
    return { kind: 'fixed', text: authority.slice(0, last.index) };
  return { kind: isBelow ? 'below' : 'open', text };
}

/** The host that a browser would go to, by the URL standard: a backslash is a slash, what stands before @ no host. */
export function browserHost(location: string): string | undefined {
  return URL.canParse(location) ? new URL(location).hostname : undefined;
}
