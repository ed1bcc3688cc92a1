import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Definition, definitionIn, type JsonObject } from '../src';

const folder = join(__dirname, 'fixtures');
const read = (...path: string[]): string => readFileSync(join(folder, ...path), 'utf8');

/** A distribution that refers to something of every kind. */
export const source = (): JsonObject => JSON.parse(read('source.get-distribution-config.json'));

export const sourceConfig = (): JsonObject => source().DistributionConfig as JsonObject;

/** Everything of it that a template can recreate. */
export const taken = (): Definition[] =>
  readdirSync(join(folder, 'taken'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => definitionIn(JSON.parse(read('taken', file)), (name) => read('taken', `${name}.js`)));

export const takenFile = (name: string): JsonObject => JSON.parse(read('taken', name));
