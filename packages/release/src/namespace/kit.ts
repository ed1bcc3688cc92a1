import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { UserError } from '../user-error';

/** Folders and files of this repository that handlers of another namespace are made with, at the same paths. */
const parts = [
  'packages/ground/src',
  'packages/handler-kit/src',
  'packages/registry-face/src',
  // What stands for SDK v2 in a bundle.
  'packages/aws-adapter/src/sdk-v2',
  'packages/aws-adapter/src/sdk/cloudwatch.ts',
  'packages/aws-adapter/src/sdk/cloudwatch-logs.ts',
  'scripts/build.mjs',
  'scripts/shims',
  ...['bundles', 'deflated', 'lazy-bundle', 'repository', 'run'].map((name) => `scripts/lib/${name}.mjs`),
  'LICENSE',
];

const entry = `export * from './packages/handler-kit/src/index';\nexport * from './packages/registry-face/src/index';\n`;

interface PackageJson {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/**
 * Packs the handler kit and the build of bundles as an npm package that needs nothing else of this repository.
 * @param folder where the tarball goes
 * @returns its name
 */
export function packKit(tools: string, folder: string): string {
  const stage = mkdtempSync(join(tmpdir(), 'cutover-kit-'));
  try {
    for (const part of parts) {
      mkdirSync(dirname(join(stage, part)), { recursive: true });
      cpSync(join(tools, part), join(stage, part), { recursive: true });
    }
    withoutWorkspaces(stage);
    writeFileSync(join(stage, 'index.ts'), entry);
    writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifestOf(tools), undefined, 2)}\n`);
    mkdirSync(folder, { recursive: true });
    const words = ['pack', stage, '--pack-destination', folder, '--ignore-scripts', '--json'];
    const { status, stdout, stderr } = spawnSync('npm', words, { encoding: 'utf8' });
    if (status !== 0)
      throw new UserError(`the handler kit cannot be packed: ${stderr.trim().split('\n')[0]}`);
    return (JSON.parse(stdout) as { readonly filename: string }[])[0]!.filename;
  } finally {
    rmSync(stage, { recursive: true });
  }
}

/** Workspaces are names in this repository only. */
function withoutWorkspaces(stage: string): void {
  for (const name of ['handler-kit', 'registry-face']) {
    const folder = join(stage, 'packages', name, 'src');
    for (const file of readdirSync(folder).map((each) => join(folder, each)))
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(/'@cutover\/([\w-]+)'/g, `'../../$1/src/index'`),
      );
  }
}

function manifestOf(tools: string): object {
  const read = (path: string) => JSON.parse(readFileSync(join(tools, path), 'utf8')) as PackageJson;
  const { version } = read('packages/handler-kit/package.json');
  const { dependencies: ours = {} } = read('packages/aws-adapter/package.json');
  const { dependencies: face = {} } = read('packages/registry-face/package.json');
  const needed = ['@aws-sdk/client-cloudwatch', '@aws-sdk/client-cloudwatch-logs'];
  return {
    name: '@cutover/handler-kit',
    version,
    license: 'Apache-2.0',
    description: 'What handlers of registry types share, and the build of their bundles.',
    exports: { '.': './index.ts', './scripts/*': './scripts/*' },
    types: './index.ts',
    dependencies: {
      ...Object.fromEntries(Object.entries(face).filter(([name]) => !name.startsWith('@cutover/'))),
      ...Object.fromEntries(needed.map((name) => [name, ours[name]])),
      esbuild: read('package.json').devDependencies?.esbuild,
      fflate: read('packages/release/package.json').dependencies?.fflate,
    },
  };
}
