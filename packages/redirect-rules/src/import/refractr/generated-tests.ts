import type { AuthorTest } from '../../read/author';
import { Reporter } from '../report';
import { CommentBook } from './comments';
import { readSettings } from './entry';
import { parseYaml, type Tree, textOf } from './tree';

/**
 * The tests that refractr makes of its file by itself: each host of a simple refract with `/`, and with `/path` where
 * the path is kept; and each host of a complex one with each of its exact paths. They say no more than the refract does,
 * so the import leaves them out; a comparison with refractr asks them.
 */
export function generatedTests(text: string): AuthorTest[] {
  const { root } = parseYaml(text);
  const refracts =
    root.kind === 'mapping' ? root.entries.find(({ key }) => key === 'refracts')?.value : undefined;
  return refracts?.kind === 'list' ? refracts.items.flatMap(testsOf) : [];
}

function testsOf(item: Tree): AuthorTest[] {
  if (item.kind !== 'mapping' || item.entries.some(({ key }) => key === 'nginx')) return [];
  const around = {
    report: new Reporter(),
    comments: new CommentBook([]),
    wildcards: () => [],
    defaultHeaders: new Map(),
  };
  const { hosts, keepsPath, others } = readSettings(item.entries, around);
  const [target] = others;
  if (target === undefined) return [];
  const origins = hosts.map((host) => `http://${host.replace('*', 'acme')}`);
  if (target.key !== 'dsts') {
    const url = `https://${target.key.trim()}`;
    const isKept = keepsPath && /^[^/]+\/$/.test(target.key.trim());
    return origins.flatMap((origin) => [
      { Url: `${origin}/`, Expect: url },
      ...(isKept ? [{ Url: `${origin}/path`, Expect: `${url}path` }] : []),
    ]);
  }
  const targets = target.value.kind === 'list' ? target.value.items : [];
  const exact = targets
    .flatMap((one) => (one.kind === 'mapping' ? one.entries : []))
    .filter(({ key }) => key.startsWith('/'));
  return origins.flatMap((origin) =>
    exact.map(({ key, value }) => ({ Url: `${origin}${key}`, Expect: `https://${textOf(value)}` })),
  );
}
