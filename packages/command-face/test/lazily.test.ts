import { Command } from 'commander';
import { commandsFor, type Loaders } from '../src';

/** @returns the names of the commands that were loaded for these words */
async function loadedFor(...words: string[]): Promise<string[]> {
  const loaded: string[] = [];
  const load = (name: string) => async () => {
    loaded.push(name);
    return new Command(name);
  };
  const loaders: Loaders<undefined> = { pack: load('pack'), send: load('send') };
  const commands = await commandsFor(words, loaders, undefined, () => {});
  expect(commands.map((command) => command.name())).toEqual(loaded);
  return loaded;
}

test('the command that is named is loaded alone', async () => {
  expect(await loadedFor('send', 'pack')).toEqual(['send']);
});

test.each([[[]], [['--help']], [['sned']], [['toString']]])(
  'all are, in the order of the help, for %j',
  async (words) => {
    expect(await loadedFor(...words)).toEqual(['pack', 'send']);
  },
);
