import { agrees } from '../support/agreement';
import { ruleSets } from '../support/arbitraries';

/** evaluate is the meaning, the function is the product. njs needs a process: agreement.socket.test.ts. */
describe.each([
  ['vm', 120],
  ['quickjs', 8],
] as const)('The function in %s answers as evaluate does', (engine, runs) => {
  it('for sites that fit a record', () => agrees(ruleSets(6), engine, runs), 120_000);
  it('for sites that need indexes', () => agrees(ruleSets(40), engine, runs / 2), 120_000);
});
