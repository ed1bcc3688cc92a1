import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readProject } from '../../src/contract/project';
import { readSetting } from '../../src/contract/setting';
import { type Edit, editFile, greetingWith } from './greeting';

test('a resource type is read from what cloudformation-cli keeps in its folder', () => {
  const folder = greetingWith();
  const bundle = join(folder, 'build', 'TypeFunction', 'dist', 'handlers.js');
  expect(readProject(folder)).toMatchObject({
    typeName: 'Acme::Demo::Greeting',
    schema: { primaryIdentifier: ['/properties/Name'] },
    functions: { TypeFunction: { bundle, handler: 'entrypoint' } },
  });
});

test.each<[string, (folder: string) => void, RegExp]>([
  [
    'no .rpdk-config',
    remove('.rpdk-config'),
    /there is no \.rpdk-config in this folder; name the folder of a/,
  ],
  [
    'no schema',
    remove('acme-demo-greeting.json'),
    /names Acme::Demo::Greeting, but there is no .*greeting\.json/,
  ],
  ['no role', remove('resource-role.yaml'), /there is no resource-role\.yaml; `cfn generate` writes it/],
  ['no bundle', remove('build'), /handlers\.js is not built yet/],
  ['a hook', edit('RESOURCE', 'HOOK'), /says artifact_type HOOK; only resource types/],
  [
    'another language',
    edit('nodejs20.x', 'python3.9'),
    /says runtime python3\.9; the local Lambda runs Node\.js/,
  ],
  ['no entrypoint', edit('"entrypoint"', '"entry"'), /says entrypoint undefined; write FILE\.EXPORT/],
  ['text that is not JSON', edit('{', ''), /\.rpdk-config: not JSON/],
])('a folder with %s is refused', (_, change, words) => {
  const folder = greetingWith();
  change(folder);
  expect(() => readProject(folder)).toThrow(words);
});

function remove(name: string) {
  return (folder: string): void => rmSync(join(folder, name), { recursive: true });
}
function edit(from: Edit[1], to: string) {
  return (folder: string): void => editFile(folder, ['.rpdk-config', from, to]);
}

describe('what there is before the suite', () => {
  test('is test/setup.yml in the only account, where nothing else is said', () => {
    expect(readSetting(greetingWith())).toMatchObject({
      accounts: { default: '111122223333' },
      before: { stacks: [{ account: 'default', template: 'setup.yml' }] },
    });
  });

  test('is an empty account, without that', () => {
    const folder = greetingWith();
    rmSync(join(folder, 'test', 'setup.yml'));
    expect(readSetting(folder).before.stacks).toEqual([]);
  });

  const type = join(__dirname, '..', '..', '..', '..', 'awscommunity-cloudfront-aliasmigration');
  test('is what test/contract.yml says: accounts, seeds and stacks', () => {
    const { accounts, before } = readSetting(type);
    expect(Object.keys(accounts)).toEqual(['target', 'source', 'customer']);
    expect(before.stacks.map(({ account, template }) => [account, template])).toEqual([
      ['target', 'account.yml'],
      ['target', 'setup.yml'],
      ['source', 'cross-account/source.yml'],
      ['target', 'cross-account/target.yml'],
      ['target', 'external-dns/broker.yml'],
      ['customer', 'external-dns/customer.yml'],
      ['target', 'waves/setup.yml'],
    ]);
  });
});
