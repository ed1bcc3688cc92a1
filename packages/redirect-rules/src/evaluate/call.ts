import type { Request } from '../model/exchange';
import { decodedPath } from './nginx';
import { asSent } from './text';

/** A request, taken apart for matching; what costs something is made when it is first asked for. */
export class Call {
  /** As it was sent, without the query. */
  readonly path: string;
  /** As it was sent, without its question mark, which may be all there is; undefined: not even that. */
  readonly query: string | undefined;
  private nginxPath: string | null | undefined;

  constructor(readonly request: Request) {
    const uri = asSent(request.uri);
    const mark = uri.indexOf('?');
    const path = mark < 0 ? uri : uri.slice(0, mark);
    // `OPTIONS *` has no path; a target's host must not run into what came instead.
    this.path = path.startsWith('/') ? path : `/${path}`;
    this.query = mark < 0 ? undefined : uri.slice(mark + 1);
  }

  get uri(): string {
    return this.query === undefined ? this.path : `${this.path}?${this.query}`;
  }

  /** As nginx matches it; undefined where nginx would refuse the request. */
  get decoded(): string | undefined {
    if (this.nginxPath === undefined) this.nginxPath = decodedPath(this.path) ?? null;
    return this.nginxPath ?? undefined;
  }

  /** Of several values the first; undefined: there is no such parameter. */
  parameter(name: string): string | undefined {
    for (const pair of (this.query ?? '').split('&')) {
      if (pair === name && pair !== '') return '';
      if (pair.startsWith(`${name}=`)) return pair.slice(name.length + 1);
    }
    return undefined;
  }
}
