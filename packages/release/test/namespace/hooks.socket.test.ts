import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { main } from '../../src/main';
import { checkoutOf, recordingIo, root, typeFolders } from '../workbench';

const type = typeFolders[0]!;
let checkout: ReturnType<typeof checkoutOf>;
beforeAll(() => {
  checkout = checkoutOf(type);
});
afterAll(() => checkout.remove());

async function hooks(hook: string) {
  const io = recordingIo(checkout.folder);
  return { code: await main(['hooks', hook], io), stdout: io.stdout, stderr: io.stderr };
}

const scriptOf = (hook: string): string => join(checkout.folder, type, 'test', `${hook}.sh`);

describe('hooks of a type', () => {
  afterEach(() => {
    for (const hook of ['before-tests', 'after-tests']) rmSync(scriptOf(hook), { force: true });
  });

  test('need not be there', async () => {
    expect(await hooks('before-tests')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('are run in the folder of the type', async () => {
    writeFileSync(scriptOf('before-tests'), 'set -e\ntest -f .rpdk-config\necho made > made-before.txt\n');
    expect(await hooks('before-tests')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('before-tests'),
    });
    expect(existsSync(join(checkout.folder, type, 'made-before.txt'))).toBe(true);
  });

  test('that fail say what they have said', async () => {
    writeFileSync(scriptOf('after-tests'), 'echo the bucket is not empty >&2\nexit 3\n');
    const { code, stderr } = await hooks('after-tests');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/ended with 3: the bucket is not empty/)]);
  });

  test('are no others than two', async () => {
    expect((await hooks('now-and-then')).code).toBe(2);
  });
});

test('the pipelines run them around each step, the second one whatever became of it', () => {
  for (const file of [join(root, 'release'), join(root, 'packages', 'release', 'scaffold', 'release')]) {
    const { phases } = parse(readFileSync(join(file, 'buildspec.yml'), 'utf8'));
    const [before, step, after] = [phases.pre_build, phases.build, phases.post_build].map(
      ({ commands }) => commands,
    );
    expect([before.at(-1), step.at(-1), after.at(-1)]).toEqual([
      expect.stringMatching(/release hooks before-tests$/),
      expect.stringMatching(/release \$STEP$/),
      expect.stringMatching(/release hooks after-tests$/),
    ]);
  }
});
