import { Refusal, type Reporter } from '../report';
import { defects } from './defects';

/** A target of refractr, which has no scheme, as the value that refractr writes into nginx's configuration. */
export function targetValue(target: string, keepsPath: boolean, line: number, report: Reporter): string {
  const found = /^([^/?#:]+(?::\d+)?)(\/[^?#]*)((?:\?[^#]*)?)((?:#.*)?)$/.exec(target.trim());
  if (found === null)
    throw new Refusal(line, target, 'a target is a host and a path, without a scheme: example.com/');
  const [, host, path, query, fragment] = found;
  if (path !== '/' || !keepsPath) return `https://${target.trim()}`;
  if (query === '' && fragment === '') return `https://${host}$request_uri`;
  report.changed(line, target, defects.rootWithQuery.why);
  return `https://${target.trim()}`;
}
