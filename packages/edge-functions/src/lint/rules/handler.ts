import type { Rule } from '../rule';

/** CloudFront calls `handler`; without one every request fails. */
export const handler: Rule = {
  name: 'handler',
  check({ names }) {
    const found = names.bindings.some(
      ({ name, scope, kind }) => name === 'handler' && scope.owner === undefined && kind !== 'import',
    );
    if (found) return [];
    return [
      {
        at: { start: 0 },
        what: 'there is no function handler',
        instead: 'function handler(event) { return event.request; }',
      },
    ];
  },
};
