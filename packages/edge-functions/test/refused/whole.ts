import { inside, type Refused, refusedBy } from '../lint-case';

export const sharedState: readonly Refused[] = refusedBy('shared-state', (refuses) => [
  refuses('a counter that outlives the request', `let n = 0;\n${inside('n++; return n;')}`, {
    cloudfront: 'njs in a server starts each request from a fresh copy',
  }),
]);

export const handler: readonly Refused[] = refusedBy('handler', (refuses) => [
  refuses('no handler', 'function main(event) { return event.request; }'),
]);

export const size: readonly Refused[] = refusedBy('size', (refuses) => [
  refuses('more than 10 KB', `${inside('return 1;')}\n// ${'x'.repeat(10_240)}`, {
    cloudfront: 'quota page',
  }),
]);
