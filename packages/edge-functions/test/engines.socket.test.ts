import {
  type EngineName,
  engines,
  limits,
  type Result,
  runFunction,
  viewerRequest,
} from '@cutover/edge-functions';
import { inside } from './lint-case';
import { describeWithNjs } from './njs';
import { samples } from './samples';

const names = Object.keys(engines) as EngineName[];
const only: Record<EngineName, (name: string, body: () => void) => void> = {
  vm: describe,
  quickjs: describe,
  njs: describeWithNjs,
};
const event = viewerRequest({ host: 'a.example', uri: '/a', now: 1_750_000_000_000 });
const store = new Map([['key', 'value']]);
const run = (engine: EngineName, code: string, uris: readonly string[] = ['/a']): Promise<Result[]> =>
  runFunction(engine, {
    code,
    store,
    events: uris.map((uri) => viewerRequest({ host: 'a.example', uri, now: event.now })),
  });
const answerOf = ({ output, error }: Result): unknown => error?.kind ?? output;

describe.each(names)('the engine %s', (engine) => {
  only[engine]('answers', () => {
    test.each(samples.map((sample) => [sample.name, sample] as const))('%s', async (_, sample) => {
      const results = await runFunction(engine, sample);
      expect(results.map(answerOf)).toEqual(sample.answers);
      expect(results.map(({ kvsReads }) => kvsReads)).toEqual(sample.kvsReads);
    });
  });

  only[engine]('keeps', () => {
    test('the log of each request apart, and cuts it at its limit', async () => {
      const code = inside("console.log('for', event.request.uri, { a: [1] }, undefined); return 1;");
      const results = await run(engine, code, ['/a', '/b']);
      expect(results.map(({ logs }) => logs)).toEqual([
        ['for /a {"a":[1]} undefined'],
        ['for /b {"a":[1]} undefined'],
      ]);
      const long = inside("for (let i = 0; i < 30; i++) { console.log('x'.repeat(1000)); } return 1;");
      expect((await run(engine, long))[0]!.logs.join('')).toHaveLength(limits.logBytes);
    });

    test('the keys that were read, found or not', async () => {
      const code = `import cf from 'cloudfront';
async function handler(event) {
  const kvs = cf.kvs();
  const there = await kvs.exists('nothing');
  const bytes = await kvs.get('key', { format: 'bytes' });
  const meta = await kvs.meta();
  return [there, bytes.toString('hex'), meta.keyCount];
}`;
      const [result] = await run(engine, code);
      expect(result).toMatchObject({
        output: [false, '76616c7565', 1],
        keys: ['nothing', 'key'],
        kvsReads: 2,
      });
    });

    test('names of objects out of the store', async () => {
      const code = `import cf from 'cloudfront';
async function handler(event) {
  try { return await cf.kvs().get('constructor'); } catch (error) { return error.message; }
}`;
      expect(answerOf((await run(engine, code))[0]!)).toBe('KeyNotFound: constructor');
    });
  });

  only[engine]('refuses', () => {
    test.each([
      ['code that does not parse', 'function handler(event) { return 1 + ); }', 'load'],
      ['code that throws at once', `null.x;\n${inside('return 1;')}`, 'load'],
      ['a module that is not there', `import x from 'nothing';\n${inside('return 1;')}`, 'load'],
      ['code without a handler', 'function main() {}', 'thrown'],
    ])('%s, for every request', async (_, code, kind) => {
      const results = await run(engine, code, ['/a', '/b']);
      expect(results.map(({ error }) => error?.kind)).toEqual([kind, kind]);
    });

    test('a module of the machine, even by require', async () => {
      const [result] = await run(engine, inside("return typeof require('fs');"));
      expect(result!.error).toEqual({ kind: 'thrown', message: 'Error: Cannot find module "fs"' });
    });
  });

  only[engine]('survives', () => {
    test('a loop without end: the other requests are answered', async () => {
      const code = inside("while (event.request.uri === '/loop') {} return event.request.uri;");
      const results = await run(engine, code, ['/a', '/loop', '/b']);
      expect(results.map(answerOf)).toEqual(['/a', engine === 'quickjs' ? 'steps' : 'time', '/b']);
    }, 30_000);

    // Of the vm see vm-process.socket.test.ts: jest counts such a promise against the test.
    if (engine !== 'vm') {
      test('a promise that is left rejected', async () => {
        const code = inside("Promise.reject(new Error('left')); return 1;");
        expect((await run(engine, code, ['/a', '/b'])).map(answerOf)).toEqual([1, 1]);
      });
    }

    test('thousands of requests in one go', async () => {
      const uris = Array.from({ length: 6_000 }, (_, index) => `/${index}`);
      const results = await run(engine, inside('return event.request.uri;'), uris);
      expect(results.map(answerOf)).toEqual(uris);
    }, 60_000);
  });

  only[engine]('tells', () => {
    test('the mean time of many rounds, each with an event of its own', async () => {
      const code = inside("event.request.uri += 'x'; return event.request.uri;");
      const [result] = await runFunction(engine, { code, store, events: [event], rounds: 50 });
      expect(result).toMatchObject({ output: '/ax', microseconds: expect.any(Number) });
    });
  });
});
