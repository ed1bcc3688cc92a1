import { packageOf } from '../src/package/layout';
import { entryOf, manifestText } from '../src/package/manifest';
import { filesIn, zipOf } from '../src/package/zip';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (found: Uint8Array | undefined): string => new TextDecoder().decode(found);
const type = { typeName: 'Acme::Demo::Greeting', version: '1.2.3', slug: 'acme-demo-greeting' };

describe('an archive', () => {
  test('is the same whatever the order of its files, and the zone of the machine', () => {
    const [a, b] = [bytes('one'), bytes('two')];
    const here = zipOf({ 'a.txt': a, 'src/b.txt': b });
    const zone = process.env.TZ;
    process.env.TZ = 'Asia/Tokyo';
    const there = zipOf({ 'src/b.txt': b, 'a.txt': a });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(Buffer.from(there).equals(Buffer.from(here))).toBe(true);
  });

  test('stores its files as they are', () => {
    const archive = zipOf({ 'a.txt': bytes('a'.repeat(10_000)) });
    expect(archive.length).toBeGreaterThan(10_000);
    expect(text(filesIn(archive)['a.txt'])).toBe('a'.repeat(10_000));
  });
});

describe('a package', () => {
  const sources = (schema: object) => ({
    schema: bytes(JSON.stringify(schema)),
    build: { 'dist/handlers.js': bytes('exports.entrypoint = 1') },
    folder: Object.fromEntries(
      [
        '.rpdk-config',
        'overrides.json',
        'src/handlers.ts',
        'src/deep/codec.ts',
        'inputs/inputs_1_create.json',
        'README.md',
        'resource-role.yaml',
        'test/setup.yml',
        'docs/README.md',
        'rpdk.log',
      ].map((path) => [path, bytes(path)]),
    ),
  });

  test('has what `cfn submit` packs, and nothing else of the folder', () => {
    const files = filesIn(packageOf(sources({ typeName: type.typeName })));
    expect(Object.keys(files)).toEqual([
      '.cfn_metadata.json',
      '.rpdk-config',
      'ResourceProvider.zip',
      'inputs/inputs_1_create.json',
      'overrides.json',
      'schema.json',
      'src/deep/codec.ts',
      'src/handlers.ts',
    ]);
    expect(Object.keys(filesIn(files['ResourceProvider.zip']!))).toEqual(['dist/handlers.js']);
  });

  test('has the schema of the type configuration where the type has one', () => {
    const typeConfiguration = { properties: { Token: { type: 'string' } }, additionalProperties: false };
    const files = filesIn(packageOf(sources({ typeName: type.typeName, typeConfiguration })));
    expect(JSON.parse(text(files['configuration-schema.json']))).toEqual(typeConfiguration);
  });
});

describe('a manifest', () => {
  const entry = (typeName: string, archive: string) =>
    entryOf({ ...type, typeName }, bytes(archive), bytes('{}'));

  test('names a package by its bytes', () => {
    const [one, same, other] = [entry('A::B::C', 'x'), entry('A::B::C', 'x'), entry('A::B::C', 'y')];
    expect(same).toEqual(one);
    expect(other!.file).not.toBe(one!.file);
    expect(one!.file).toBe(`acme-demo-greeting/${one!.sha256}.zip`);
  });

  test('is the same text whatever was built first', () => {
    const [one, other] = [entry('A::B::C', 'x'), entry('A::B::D', 'y')];
    expect(manifestText([other, one])).toBe(manifestText([one, other]));
  });
});
