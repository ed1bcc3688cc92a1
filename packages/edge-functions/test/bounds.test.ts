import { limits, runFunction, viewerRequest } from '@cutover/edge-functions';
import { inside } from './lint-case';

const eventsFor = (...uris: string[]) => uris.map((uri) => viewerRequest({ host: 'a.example', uri, now: 0 }));
const run = (code: string, ...uris: string[]) =>
  runFunction('quickjs', { code, store: new Map(), events: eventsFor(...uris) });
const kinds = async (code: string, ...uris: string[]) =>
  (await run(code, ...uris)).map(({ output, error }) => error?.kind ?? output);

describe('steps', () => {
  test('are calls and turns of loops, and the same each time', async () => {
    const code = `const twice = (x) => x + x;
function handler(event) {
  let n = 0;
  for (let i = 0; i < 10; i++) n += twice(i);
  do { n++; } while (n < 100);
  return [1, 2, 3].map(function (x) { return x; }).length;
}`;
    const [first, second] = await run(code, '/', '/');
    // The handler, ten turns and ten calls, ten turns, three calls.
    expect([first!.steps, second!.steps]).toEqual([34, 34]);
    expect(first!.output).toBe(3);
  });

  test('have a bound, met to the step', async () => {
    const turns = (count: number) => inside(`for (let i = 0; i < ${count}; i++) {} return 1;`);
    expect(await kinds(turns(limits.steps - 1), '/')).toEqual([1]);
    expect(await kinds(turns(limits.steps), '/')).toEqual(['steps']);
  });

  test('end a regex that backtracks without end', async () => {
    const code = inside('return /^(a+)+$/.test(event.request.uri.slice(1));');
    expect(await kinds(code, '/aa', `/${'a'.repeat(40)}b`, '/ab')).toEqual([true, 'steps', false]);
  });

  test('end a loop that catches what is thrown at it', async () => {
    const code = inside('for (;;) { try { for (;;) {} } catch (error) { continue; } }');
    expect(await kinds(code, '/', '/')).toEqual(['steps', 'steps']);
  });

  test('end a loop behind an await', async () => {
    const code = 'async function handler(event) { await Promise.resolve(); for (;;) {} }';
    expect(await kinds(code, '/')).toEqual(['steps']);
  });
});

describe('memory', () => {
  const filling = (kilobytes: number) =>
    inside(`const all = [];
  for (let i = 0; i < ${kilobytes}; i++) { all.push(new Uint8Array(1024)); }
  return all.length;`);

  test('is enough for one megabyte', async () => {
    expect(await kinds(filling(1024), '/')).toEqual([1024]);
  });

  test('ends at two, for that request alone', async () => {
    const code = filling(2048).replace(
      'const all',
      "if (event.request.uri === '/small') { return 1; } const all",
    );
    expect(await kinds(code, '/small', '/large', '/small')).toEqual([1, 'memory', 1]);
  });

  test('of one request is free for the next', async () => {
    expect(await kinds(filling(900), '/', '/', '/', '/')).toEqual([900, 900, 900, 900]);
  });
});
