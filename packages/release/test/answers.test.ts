import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answersTo } from '../src/answers';
import { main } from '../src/main';
import { recordingIo, root } from './workbench';

test.each([
  [false, 'one\ntwo\nfor people\n'],
  [true, '[\n  {\n    "n": 1\n  },\n  {\n    "n": 2\n  }\n]\n'],
])('answers are text as they come, or one document (json: %s)', (json, expected) => {
  const io = recordingIo(root);
  const answers = answersTo(io, { json });
  answers.add({ n: 1 }, 'one\n');
  answers.add({ n: 2 }, 'two\n');
  answers.note('for people\n');
  answers.end();
  expect(io.stdout).toBe(expected);
});

describe('as JSON', () => {
  let scratch: string;
  beforeAll(() => {
    scratch = mkdtempSync(join(tmpdir(), 'cutover-answers-'));
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  const type = 'AwsCommunity::CloudFront::AliasMigration';
  const slug = 'awscommunity-cloudfront-aliasmigration';
  test.each<[string, () => string[], object]>([
    ['check', () => ['check', type, '--only', 'schema'], { typeName: type, part: 'schema', problems: [] }],
    [
      'construct',
      () => ['construct', type, '--out', scratch],
      {
        typeName: type,
        files: [expect.stringContaining(`${slug}.js`), expect.stringContaining(`${slug}.d.ts`)],
      },
    ],
  ])('%s answers for each type', async (_command, words, answer) => {
    const io = recordingIo(root);
    expect(await main([...words(), '--json'], io)).toBe(0);
    expect(JSON.parse(io.stdout)).toEqual([answer]);
  });
});
