import type { Rule } from '../rule';

/**
 * Nothing says that a top-level variable lives from one request to the next, or that it does not: njs in a server
 * starts each request from a fresh copy, engines on a desk keep it.
 */
export const sharedState: Rule = {
  name: 'shared-state',
  check({ names }) {
    return names.bindings
      .filter(({ scope }) => scope.owner === undefined)
      .flatMap(({ name, uses }) =>
        uses
          .filter(({ writtenAt, functions }) => writtenAt !== undefined && functions.length > 0)
          .map(({ identifier }) => ({
            at: identifier,
            what: `${name} is assigned while a request is answered: whether the next one sees it is undefined`,
            instead: 'a variable of the function, or a parameter',
          })),
      );
  },
};
