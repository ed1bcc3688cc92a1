import { type EngineName, type Result, runFunction, viewerRequest } from '@cutover/edge-functions';
import { allowed } from './allowed';
import { describeWithNjs } from './njs';
import { refused } from './refused';

const events = [viewerRequest({ host: 'a.example', uri: '/', now: 0 })];
const run = async (engine: EngineName, code: string): Promise<Result> =>
  (await runFunction(engine, { code, store: new Map(), events }))[0]!;

const rows = refused.map(({ sentence, rule, ...rest }) => [rule, sentence, rest] as const);

describeWithNjs('what the lint refuses, njs 0.7.9', () => {
  test.each(rows.filter(([, , { judge }]) => judge === 'njs'))('refuses: %s: %s', async (_, __, { code }) => {
    expect((await run('njs', code)).error).toBeDefined();
  });

  test.each(rows.filter(([, , { judge }]) => typeof judge === 'object' && 'javascript' in judge))(
    'runs otherwise than JavaScript: %s: %s',
    async (_, __, { code, judge }) => {
      const javascript = (await run('vm', code)).output;
      expect(javascript).toEqual((judge as { javascript: unknown }).javascript);
      expect((await run('njs', code)).output).not.toEqual(javascript);
    },
  );

  // What it does not see, so that the reason beside it is the only one.
  test.each(rows.filter(([, , { judge }]) => typeof judge === 'object' && 'cloudfront' in judge))(
    'lets pass, and CloudFront may not: %s: %s',
    async (_, __, { code }) => {
      expect((await run('njs', code)).error).toBeUndefined();
    },
  );
});

describeWithNjs('what the lint allows, njs 0.7.9', () => {
  test.each(allowed)('runs: %s', async (_, code, answer) => {
    expect(await run('njs', code)).toMatchObject({ output: answer });
  });
});

describe.each(['vm', 'quickjs'] as const)('what the lint allows, %s', (engine) => {
  test.each(allowed)('runs: %s', async (_, code, answer) => {
    expect(await run(engine, code)).toMatchObject({ output: answer });
  });
});
