import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkExports, readInputs } from '../../src/contract/inputs';
import { readProject } from '../../src/contract/project';
import { type Edit, greetingWith } from './greeting';

const setsOf = (folder: string, wanted?: number) => readInputs(readProject(folder), wanted);

describe('input sets', () => {
  test('are told by their numbers, inputs_10 after inputs_2', () => {
    const folder = greetingWith();
    for (const number of [10, 2])
      for (const kind of ['create', 'update'])
        writeFileSync(join(folder, 'inputs', `inputs_${number}_${kind}.json`), '{}');
    expect(setsOf(folder).map(({ number, files }) => [number, files.length])).toEqual([
      [1, 2],
      [2, 2],
      [10, 2],
    ]);
    expect(setsOf(folder, 10).map(({ number }) => number)).toEqual([10]);
  });

  test('are those of test/inputs too, which are not packed', () => {
    const folder = greetingWith();
    const inputs = join(folder, 'test', 'inputs');
    mkdirSync(inputs);
    for (const kind of ['create', 'update']) writeFileSync(join(inputs, `inputs_2_${kind}.json`), '{}');
    expect(setsOf(folder).map(({ files }) => files[0])).toEqual([
      'inputs/inputs_1_create.json',
      'test/inputs/inputs_2_create.json',
    ]);
    for (const kind of ['create', 'update'])
      renameSync(join(inputs, `inputs_2_${kind}.json`), join(inputs, `inputs_1_${kind}.json`));
    expect(() => setsOf(folder)).toThrow(/inputs_1 is in .*inputs and in .*test\/inputs; give one of them/);
  });

  test('are none where there is no inputs/', () => {
    const folder = greetingWith();
    rmSync(join(folder, 'inputs'), { recursive: true });
    expect(setsOf(folder)).toEqual([]);
  });

  test.each<[string, (inputs: string) => void, RegExp]>([
    [
      'a file that the suite does not read',
      (inputs) => writeFileSync(join(inputs, 'create.json'), '{}'),
      /inputs\/create\.json: the suite does not read this name; write inputs_N_create\.json/,
    ],
    [
      'a set without its update, though the type has that handler',
      (inputs) => rmSync(join(inputs, 'inputs_1_update.json')),
      /inputs_1_update\.json is missing/,
    ],
    [
      'a set without its create',
      (inputs) => renameSync(join(inputs, 'inputs_1_create.json'), join(inputs, 'inputs_2_create.json')),
      /inputs_1_create\.json is missing/,
    ],
    [
      'a file that is not JSON',
      (inputs) => writeFileSync(join(inputs, 'inputs_1_create.json'), '{'),
      /inputs_1_create\.json: not JSON/,
    ],
  ])('%s is refused', (_, change, words) => {
    const folder = greetingWith();
    mkdirSync(join(folder, 'inputs'), { recursive: true });
    change(join(folder, 'inputs'));
    expect(() => setsOf(folder)).toThrow(words);
  });

  test('a set that is not there is refused with those that are', () => {
    expect(() => setsOf(greetingWith(), 7)).toThrow(/--set 7: .*inputs has the sets 1/);
  });
});

describe('names of exports', () => {
  const exported = new Map([['Greeting:ZoneId', 'Z1']]);
  const file = 'inputs/inputs_1_create.json';
  const checked = (...edits: Edit[]) => {
    const folder = greetingWith(...edits);
    return () => checkExports(folder, setsOf(folder), exported);
  };

  test('that the setup exports pass, blanks around them too', () => {
    expect(checked([file, '{{Greeting:ZoneId}}', '{{ Greeting:ZoneId }}'])).not.toThrow();
  });

  test.each<[string, Edit, RegExp]>([
    [
      'that the suite would leave as they are, for the _ in them',
      [file, 'Greeting:ZoneId', 'Greeting_ZoneId'],
      /inputs_1_create\.json: \{\{Greeting_ZoneId\}\} is no name that the suite reads/,
    ],
    [
      'that nobody exports, for which the suite would take an empty model',
      [file, 'Greeting:ZoneId', 'Greeting:Zone'],
      /inputs_1_create\.json: \{\{Greeting:Zone\}\} is not exported by the setup; there is Greeting:ZoneId/,
    ],
  ])('%s are refused', (_, edit, words) => {
    expect(checked(edit)).toThrow(words);
  });
});
