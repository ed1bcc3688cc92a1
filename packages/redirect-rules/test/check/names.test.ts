import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingNames } from '../../src';
import schema from '../../src/schema/redirect-rules.schema.json';

/** Of a site or the whole set, or of a silence itself. */
const notSilenced = ['duplicate-host', 'low-coverage', 'quota', 'template-size', 'unknown-silence'];

describe('the names of findings', () => {
  test('are explained in the guide, each of them', () => {
    const guide = readFileSync(join(__dirname, '../../../../docs/redirects.md'), 'utf8');
    const rows = guide.split('\n').filter((line) => line.startsWith('| `'));
    const missing = findingNames.filter((name) => !rows.some((row) => row.includes(`\`${name}\``)));
    expect(missing).toEqual([]);
  });

  test('are told by editors where one is silenced', () => {
    const { description } = schema.definitions.Rule.properties.Silence;
    const told = description.replace(/^.*: /, '').match(/[a-z-]+(?=[,.]| or )/g);
    expect(told).toEqual(findingNames.filter((name) => !notSilenced.includes(name)));
  });
});
