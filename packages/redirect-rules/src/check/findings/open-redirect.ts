import type { Request } from '../../model/exchange';
import { attacksOn } from '../attack';
import { type Check, type Context, type Subject, urlOf } from '../context';
import { browserHost, type TargetHost, targetHost } from '../target-host';

/** What makes another host of a location if it gets into it at the wrong place. */
const hostile = [
  'evil.example',
  '//evil.example',
  'https://evil.example',
  '\\evil.example',
  '.evil.example',
  '@evil.example',
  ':@evil.example',
  '%2f%2fevil.example',
  'evil.example/',
  'evil.example%2f',
];

/** A redirect that a stranger can point at a host of theirs, behind a link that begins with a trusted name. */
export const openRedirect: Check = {
  name: 'open-redirect',
  severity: 'error',
  *look(context) {
    for (const subject of context.subjects) {
      const { target } = subject.outcome;
      if (target === undefined) continue;
      const host = targetHost(target.url);
      const example = escapeOf(context, subject, host);
      if (example !== undefined) {
        const says = `${urlOf(example)} is sent to ${context.answer(example).location}, a host that the request chose: write the host out.`;
        yield { subject, says, example };
      } else if (host.kind === 'open') {
        const [request] = context.examplesOf(subject);
        const says = `the host of ${target.url} is for the request to choose: write it out, or at least a domain behind the capture.`;
        yield { subject, says, ...(request !== undefined && { example: request }) };
      }
    }
  },
};

/** A request whose location leaves the host that the author wrote. */
function escapeOf(context: Context, subject: Subject, host: TargetHost): Request | undefined {
  const written = host.kind === 'fixed' ? browserHost(`https://${host.text}/`) : undefined;
  return attacksOn(context, subject, hostile).find((request) => {
    const there = browserHost(context.answer(request).location ?? '');
    if (there === undefined) return false;
    if (host.kind === 'open') return true;
    return host.kind === 'fixed' ? there !== written : !there.endsWith(host.text.replace(/:\d+$/, ''));
  });
}

/** A host of which the request chooses a part. */
export const capturedHost: Check = {
  name: 'captured-host',
  severity: 'note',
  *look(context) {
    for (const subject of context.subjects) {
      const { target } = subject.outcome;
      const host = target === undefined ? undefined : targetHost(target.url);
      if (host?.kind !== 'below') continue;
      const [example] = context.examplesOf(subject);
      const says = `the request chooses a host below ${host.text.slice(1)}: see that all names there are yours.`;
      yield { subject, says, ...(example !== undefined && { example }) };
    }
  },
};
