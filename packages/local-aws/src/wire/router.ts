import { AwsFailure } from '../world/failure';
import type { HttpRequest } from './http';
import type { Routed } from './protocol';
import type { OperationModel } from './schemas';

type Segment = { readonly text: string } | { readonly label: string; readonly greedy: boolean };

interface Route {
  readonly operation: OperationModel;
  readonly method: string;
  readonly segments: readonly Segment[];
  /** Query literals that the URI asks for, as `?WithTags` or `?Operation=Tag`. */
  readonly literals: readonly (readonly [key: string, value: string])[];
}

/**
 * Finds operations by method, path template and query literals. The most specific template wins: fixed segments before
 * labels (`/distribution/{Id}/config`), then query literals (`/distribution?WithTags` before `/distribution`).
 */
export function routerOf(operations: Iterable<OperationModel>): (request: HttpRequest) => Routed | undefined {
  const routes = [...operations].flatMap(routeOf).sort((one, other) => specificity(other) - specificity(one));
  return (request) => {
    const path = splitPath(request.path);
    for (const route of routes) {
      const labels = route.method === request.method ? labelsIn(route, path) : undefined;
      if (labels && hasLiterals(route, request.query)) return { operation: route.operation, labels };
    }
    return undefined;
  };
}

function routeOf(operation: OperationModel): Route[] {
  if (!operation.http) return [];
  const [path = '', query = ''] = operation.http.uri.split('?');
  return [
    {
      operation,
      method: operation.http.method,
      segments: splitPath(path).map(segmentOf),
      literals: [...new URLSearchParams(query)],
    },
  ];
}

function segmentOf(text: string): Segment {
  const label = /^\{(.+?)(\+?)\}$/.exec(text);
  return label?.[1] ? { label: label[1], greedy: label[2] === '+' } : { text };
}

const specificity = (route: Route): number =>
  route.segments.filter((segment) => 'text' in segment).length * 10 + route.literals.length;

/** Without the slash at the end, which some clients send and some templates have. */
const splitPath = (path: string): string[] => path.replace(/^\/|\/$/g, '').split('/');

function labelsIn(route: Route, path: readonly string[]): Record<string, string> | undefined {
  const labels: Record<string, string> = {};
  for (const [index, segment] of route.segments.entries()) {
    const part = path[index];
    if (part === undefined) return undefined;
    if ('text' in segment) {
      if (segment.text !== part) return undefined;
    } else if (segment.greedy) {
      labels[segment.label] = path.slice(index).map(decoded).join('/');
      return labels;
    } else if (part === '') {
      return undefined;
    } else {
      labels[segment.label] = decoded(part);
    }
  }
  return path.length === route.segments.length ? labels : undefined;
}

const hasLiterals = (route: Route, query: URLSearchParams): boolean =>
  route.literals.every(([key, value]) => query.has(key) && query.get(key) === value);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new AwsFailure('InvalidURI', 400, `The path segment '${part}' is not percent-encoded UTF-8.`);
  }
}
