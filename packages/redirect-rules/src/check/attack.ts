import { candidateOf } from '../generate/candidates';
import type { Request } from '../model/exchange';
import type { Context, Subject } from './context';

const variants = 4;

/**
 * Requests that the subject answers and that carry a hostile text wherever it takes something along: captures,
 * parameters, the path.
 */
export function attacksOn(context: Context, subject: Subject, hostile: readonly string[]): Request[] {
  const { target } = subject.outcome;
  if (target === undefined || !carries(target.url, target.path)) return [];
  const id = subject.rule?.id ?? 'unmatched';
  return hostile
    .flatMap((text) => attempts(context, subject, text))
    .filter((request) => context.answer(request).rule === id);
}

const carries = (url: string, path: 'keep' | 'drop'): boolean => path === 'keep' || /[$:](?!\/\/)/.test(url);

function attempts(context: Context, subject: Subject, text: string): Request[] {
  const { site, rule, outcome } = subject;
  const [example] = context.examplesOf(subject);
  const paths =
    outcome.target?.path === 'keep' && example !== undefined
      ? [
          { ...example, uri: `/${text}` },
          { ...example, uri: `//${text}` },
        ]
      : [];
  if (rule === undefined) return paths;
  const captured = Array.from({ length: variants }, (_, variant) =>
    candidateOf(site, rule, variant, context.now, () => text),
  );
  const parameters = Array.from(
    outcome.target?.url.matchAll(/\$\{query\.([^}]+)\}/g) ?? [],
    ([, name]) => name!,
  );
  const asked = example === undefined ? [] : parameters.map((name) => withParameter(example, name, text));
  return [...captured, ...asked, ...paths];
}

function withParameter(request: Request, name: string, value: string): Request {
  const [path = '/', query = ''] = request.uri.split('?');
  const others = query
    .split('&')
    .filter((pair) => pair !== '' && pair !== name && !pair.startsWith(`${name}=`));
  return { ...request, uri: `${path}?${[`${name}=${value}`, ...others].join('&')}` };
}
