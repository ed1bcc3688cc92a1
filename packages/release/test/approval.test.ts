import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { prodPlan } from '../src/commands/prod-options';
import { approvalOf } from '../src/deliver/approval';
import type { Stage } from '../src/deliver/stage';
import { recordingIo, root } from './workbench';

const types = [{ typeName: 'Acme::Demo::Greeting', version: '1.0.0', sha256: 'one' }] as never;
const word = approvalOf(types, ['us-east-1']);
const stage = {
  account: () => {
    throw new Error('went on');
  },
} as unknown as Stage;

describe('prod, handed the word by the pipeline', () => {
  afterEach(() => {
    delete process.env.RELEASE_APPROVED;
  });

  test.each([
    ['of this release, goes on', word, 'went on'],
    ['of another one, refuses', '5f0c2d9e41ab', `this is ${word}, and not what was approved: 5f0c2d9e41ab`],
    ['lost on the way, refuses', '', `this is ${word}, and not what was approved: `],
  ])('%s', async (_sentence, handed, said) => {
    process.env.RELEASE_APPROVED = handed;
    const plan = prodPlan(stage, types, { regions: 'us-east-1', wave: 4 }, recordingIo(root));
    await expect(plan).rejects.toThrow(said);
  });
});

/** The environment of an action, in prod; of a condition, what holds there. */
const environmentOf = (value: unknown): Record<string, string> => {
  const text = Array.isArray(value) ? value[1] : value;
  return Object.fromEntries(
    JSON.parse(text).map((each: { name: string; value: string }) => Object.values(each)),
  );
};

describe('the word of the action Table', () => {
  const read = (...path: string[]) =>
    parse(readFileSync(join(root, ...path), 'utf8'), { logLevel: 'silent' });
  const stages = read('release', 'pipeline.yml').Resources.Pipeline.Properties.Stages.map((each: unknown) =>
    Array.isArray(each) ? each[1] : each,
  );
  const actions = stages.flatMap(({ Actions }: { Actions: object[] }) => Actions);
  const action = (name: string) => actions.find(({ Name }: { Name?: string }) => Name === name);
  const environment = (name: string) => environmentOf(action(name).Configuration.EnvironmentVariables);

  test('is handed on to Deliver', () => {
    expect(environment('Deliver')).toEqual({
      STEP: 'deliver',
      RELEASE_APPROVED: `#{${action('Table').Namespace}.RELEASE_APPROVED}`,
    });
  });

  test.each([['release'], ['packages/release/scaffold/release']])(
    'is exported by %s/buildspec.yml, from where Table writes it',
    (folder) => {
      const { env, phases } = read(folder, 'buildspec.yml');
      const [, file] = environment('Table').STEP!.split(' --word-to ');
      expect(env['exported-variables']).toEqual(['RELEASE_APPROVED']);
      expect(phases.post_build.commands[0]).toBe(`export RELEASE_APPROVED=$(cat ${file})`);
    },
  );
});
