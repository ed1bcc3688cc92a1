import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '../files';
import { UserError } from '../user-error';
import type { TypeProject } from './project';

/** The files of one run of the suite: inputs_N_create.json and inputs_N_update.json. */
export interface InputSet {
  readonly number: number;
  /** Below the project's folder. */
  readonly files: readonly string[];
}

/** The first is packed with the type, for TestType; the other needs more than test/setup.yml, and is for us alone. */
const folders = ['inputs', join('test', 'inputs')];
const fileName = /^inputs_(\d+)_(create|update|invalid)\.json$/;

/**
 * The input sets of a type, in order. What the suite would pass over in silence, or stumble over after minutes, is
 * refused here: other names of files, a set without its create or update, a number that both folders have.
 * @param wanted the number of the only set to take
 */
export function readInputs({ folder, schema }: TypeProject, wanted?: number): InputSet[] {
  const hasUpdate = 'update' in (schema.handlers ?? {});
  const sets = folders
    .flatMap((inputs) => setsIn(folder, inputs, hasUpdate))
    .sort((one, other) => one.number - other.number);
  const twice = sets.find(({ number }, i) => number === sets[i + 1]?.number);
  if (twice)
    throw new UserError(
      `inputs_${twice.number} is in ${folders.map((inputs) => join(folder, inputs)).join(' and in ')}; give one of them another number`,
    );
  if (wanted === undefined) return sets;
  const set = sets.find(({ number }) => number === wanted);
  if (set) return [set];
  const known = sets.map(({ number }) => number).join(', ') || 'none';
  throw new UserError(`--set ${wanted}: ${join(folder, 'inputs')} has the sets ${known}`);
}

function setsIn(folder: string, inputs: string, hasUpdate: boolean): InputSet[] {
  const path = join(folder, inputs);
  const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.json')) : [];
  const stranger = names.find((name) => !fileName.test(name));
  if (stranger)
    throw new UserError(
      `${join(path, stranger)}: the suite does not read this name; write inputs_N_create.json, inputs_N_update.json`,
    );
  const numbers = [...new Set(names.map((name) => Number(fileName.exec(name)?.[1])))];
  const sets = numbers.map((number) => ({
    number,
    files: names.filter((name) => name.startsWith(`inputs_${number}_`)).map((name) => join(inputs, name)),
  }));
  for (const set of sets) checkSet(folder, inputs, set, hasUpdate);
  return sets;
}

function checkSet(folder: string, inputs: string, { number, files }: InputSet, hasUpdate: boolean): void {
  for (const kind of hasUpdate ? ['create', 'update'] : ['create']) {
    const file = join(inputs, `inputs_${number}_${kind}.json`);
    if (!files.includes(file))
      throw new UserError(`${join(folder, file)} is missing; the suite wants it beside ${files[0]}`);
  }
  for (const file of files) parseJson(join(folder, file));
}

/**
 * What the suite's own pattern finds between braces (rpdk/core/test.py). It leaves every other text as it is, and for
 * an unknown export it takes an empty model instead of all inputs: both say nothing of what went wrong.
 */
const known = /^\s*[-A-Za-z0-9:]+\s*$/;

/** @throws UserError for the first `{{Name}}` in a set that the suite could not fill in. */
export function checkExports(
  folder: string,
  sets: readonly InputSet[],
  exported: ReadonlyMap<string, string>,
): void {
  const overrides = existsSync(join(folder, 'overrides.json')) ? ['overrides.json'] : [];
  for (const file of [...overrides, ...sets.flatMap(({ files }) => files)]) {
    for (const name of exportsNamedIn(readFileSync(join(folder, file), 'utf8'))) {
      const place = `${join(folder, file)}: {{${name}}}`;
      if (!known.test(name))
        throw new UserError(
          `${place} is no name that the suite reads; an export's name has letters, digits, colons and hyphens only`,
        );
      if (!exported.has(name.trim()))
        throw new UserError(
          `${place} is not exported by the setup; there is ${[...exported.keys()].join(', ') || 'no export'}`,
        );
    }
  }
}

const exportsNamedIn = (text: string): string[] =>
  Array.from(text.matchAll(/\{\{(.*?)\}\}/g), ([, name]) => name ?? '');
