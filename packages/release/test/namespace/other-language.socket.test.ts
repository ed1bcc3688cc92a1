import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { main } from '../../src/main';
import { readManifest, readPackage } from '../../src/package/pack';
import { filesIn } from '../../src/package/zip';
import { checkoutOf, recordingIo, typeFolders } from '../workbench';

/**
 * A type that says nothing of how it is built is packed by cloudformation-cli and the plugin of its language. The only
 * plugin at hand is that of TypeScript, whose default build calls npm and sam: these stand for them, and for the tools of
 * another language.
 */
const sam = `#!/bin/sh
while [ "$1" != --build-dir ]; do shift; done
mkdir -p "$2/TypeFunction/dist"
echo 'built by the tools of its language' > "$2/TypeFunction/dist/handlers.js"
`;

const type = typeFolders[0]!;
let checkout: ReturnType<typeof checkoutOf>;
let tools: ReturnType<typeof checkoutOf>;
const path = process.env.PATH;

beforeAll(() => {
  checkout = checkoutOf(type);
  tools = checkoutOf(type);
  const folder = join(checkout.folder, type);
  const config = JSON.parse(readFileSync(join(folder, '.rpdk-config'), 'utf8'));
  delete config.settings.buildCommand;
  writeFileSync(join(folder, '.rpdk-config'), JSON.stringify(config));
  rmSync(join(folder, 'package.json'));
  writeFileSync(join(folder, 'VERSION'), '2.5.0\n');
  for (const [name, text] of Object.entries({ sam, npm: '#!/bin/sh\n' })) {
    writeFileSync(join(tools.folder, name), text);
    chmodSync(join(tools.folder, name), 0o755);
  }
  process.env.PATH = `${tools.folder}${delimiter}${path}`;
});
afterAll(() => {
  process.env.PATH = path;
  checkout.remove();
  tools.remove();
});

async function packed() {
  const io = recordingIo(checkout.folder);
  expect([await main(['package', type, '--out', 'out'], io), io.stderr]).toEqual([0, '']);
  const out = join(checkout.folder, 'out');
  const entry = readManifest(out).packages[0]!;
  return { entry, files: filesIn(readPackage(out, entry)) };
}

test('a type in another language is packed by its own `cfn submit --dry-run`, and counted by its file VERSION', async () => {
  const { entry, files } = await packed();
  expect(entry.version).toBe('2.5.0');
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['.rpdk-config', 'schema.json', 'ResourceProvider.zip']),
  );
  const code = filesIn(files['ResourceProvider.zip']!);
  expect(Buffer.from(code['dist/handlers.js']!).toString()).toContain('built by the tools of its language');
}, 120_000);

test('and one that has no number at all is refused', async () => {
  rmSync(join(checkout.folder, type, 'VERSION'));
  const io = recordingIo(checkout.folder);
  expect(await main(['package', type], io)).toBe(2);
  expect(io.stderr).toContain('has no version in package.json or VERSION');
});
