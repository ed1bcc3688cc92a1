import { type Journal, migrationJournals } from '@cutover/alias-migration';
import { readMigration } from '../../../awscommunity-cloudfront-aliasmigration/src/read';
import { runEach } from '../src/errands';
import { lineTo, parametersInProcess, portsInProcess } from '../src/port';
import { allow, asHandlers, permissionsOf } from './handler-role';
import { aMove, create, stageOf } from './stage';

/** A finished move, and handlers that may do no more than this. */
async function handlersWith(actions: readonly string[]) {
  const stage = stageOf();
  await runEach(stage, create(aMove()));
  const { world, health } = stage;
  allow(world, actions);
  const line = lineTo(world, () => {});
  const journals = migrationJournals(parametersInProcess(line, asHandlers));
  return {
    journals: { ...journals, read: async (id: string) => inSchemaWords(await journals.read(id)) },
    portsFor: (migration: ReturnType<typeof aMove>) =>
      portsInProcess(world, line, migration, health, asHandlers),
    turn: () => Promise.reject(new Error('Nothing is moved by looking.')),
  };
}

/** An errand declares in the domain's words, a stack in the schema's. */
const inSchemaWords = (journal: Journal | undefined): Journal | undefined =>
  journal && { ...journal, declared: { Aliases: journal.migration.aliases } };

const readings = {
  read: async (actions: readonly string[]) => readMigration(await handlersWith(actions), 'am-1'),
  list: async (actions: readonly string[]) => (await handlersWith(actions)).journals.list(),
};

describe.each(Object.entries(readings))('permissions of %s', (action, reading) => {
  const permissions = permissionsOf(action);

  test('are enough', async () => {
    const found = await reading(permissions);
    expect(found).toEqual(await reading(['*']));
    expect(JSON.stringify(found)).toContain('am-1');
  });

  test.each(permissions)('%s is needed', async (permission) => {
    const rest = permissions.filter((other) => other !== permission);
    await expect(reading(rest)).rejects.toMatchObject({ failure: 'Denied' });
  });
});
