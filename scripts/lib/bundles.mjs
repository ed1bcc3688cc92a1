import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { rareModulesDeflated } from './deflated.mjs';
import { buildLazily } from './lazy-bundle.mjs';
import { bundleOf, inRoot, root, typeFolders } from './repository.mjs';
import { StepFailed } from './run.mjs';

const common = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  // The runtime library finds a failure's code by the name of its class.
  keepNames: true,
  // With fields defined on the instance, `new ResourceModel(state)` would be empty: they overwrite what the base
  // class has assigned.
  tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  absWorkingDir: root,
  // SDK v3 imports node:http dynamically; as a require it loads faster, and compiled code may be cached.
  supported: { 'dynamic-import': false },
  logLevel: 'silent',
  write: false,
};

/** One bundle each: what goes in, what comes out, and how. */
export function bundles() {
  return [
    ...typeFolders().map(handlersBundle),
    cliBundle(),
    explorerBundle(),
    releaseBundle(),
    webhookBundle(),
  ];
}

/** Those with these names, or of the types in these folders; all of them without a word. */
export function bundlesNamed(words) {
  return words.length === 0 ? bundles() : words.map(bundleNamed);
}

function bundleNamed(word) {
  if (existsSync(join(word, '.rpdk-config'))) return handlersBundle(resolve(word));
  const found = bundles().find(({ name }) => name === word);
  if (found) return found;
  const known = bundles().map(({ name }) => name);
  throw new StepFailed(`${word} is no folder of a type and none of the bundles ${known.join(', ')}`);
}

/** Everything in one file: it is what CloudFormation runs, without node_modules. */
function handlersBundle(typeFolder) {
  return {
    name: basename(typeFolder),
    entry: join(typeFolder, 'src', 'handlers.ts'),
    outfile: bundleOf(typeFolder),
    build: buildLazily,
    apart: ['cloudwatch.ts', 'cloudwatch-logs.ts'].map((file) => join(adapter, 'sdk', file)),
    options: {
      ...common,
      // The packages' ES modules can be shaken: half the size, and half of the 300 ms that loading would take.
      mainFields: ['module', 'main'],
      // Names stay whole for the stack traces in Lambda's log.
      minifySyntax: true,
      minifyWhitespace: true,
      legalComments: 'none',
      alias: awsSdkV2,
      plugins: [rareModulesDeflated],
    },
    assets: [],
  };
}

/** The runtime library imports four modules of SDK v2; what stands for them is in packages/aws-adapter/src/sdk-v2. */
const awsSdkV2 = Object.fromEntries(
  ['all', 'cloudwatch', 'cloudwatchlogs', 's3'].map((name) => [
    `aws-sdk/clients/${name}`,
    inRoot('scripts', 'shims', `aws-sdk-${name}.cjs`),
  ]),
);

const adapter = inRoot('packages', 'aws-adapter', 'src');
const lambda = inRoot('packages', 'local-aws', 'src', 'lambda');
const contract = inRoot('packages', 'cli', 'src', 'contract');

/** The workspaces in one file, npm's packages from node_modules. Naming each closure again costs a walk of worlds a tenth. */
const workspaces = { ...common, keepNames: false, sourcemap: 'inline', sourcesContent: false };

function cliBundle() {
  return {
    name: 'cutover',
    entry: inRoot('packages', 'cli', 'src', 'bin.ts'),
    outfile: inRoot('packages', 'cli', 'dist', 'cutover.cjs'),
    build: buildLazily,
    options: { ...workspaces, plugins: [npmPackagesStayOutside] },
    assets: [...plainScriptsOf(lambda), ...plainScriptsOf(contract)],
  };
}

export function explorerBundle() {
  return {
    name: 'explorer',
    entry: inRoot('packages', 'explorer', 'src', 'bin.ts'),
    outfile: inRoot('packages', 'explorer', 'dist', 'explore.cjs'),
    options: { ...workspaces, plugins: [npmPackagesStayOutside] },
    assets: plainScriptsOf(lambda),
  };
}

function releaseBundle() {
  return {
    name: 'release',
    entry: inRoot('packages', 'release', 'src', 'bin.ts'),
    outfile: inRoot('packages', 'release', 'dist', 'release.cjs'),
    build: buildLazily,
    options: { ...workspaces, plugins: [npmPackagesStayOutside] },
    assets: [],
  };
}

/** The function behind GitHub's webhook, all in one file: what release/webhook.yml deploys. */
function webhookBundle() {
  return {
    name: 'webhook',
    entry: inRoot('packages', 'release', 'src', 'webhook', 'lambda.ts'),
    outfile: inRoot('packages', 'release', 'dist', 'webhook', 'index.js'),
    options: { ...common, mainFields: ['module', 'main'], minifySyntax: true, minifyWhitespace: true },
    assets: [],
  };
}

/** What a child process is started with is no part of a bundle: plain files, with their folders. */
function plainScriptsOf(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((path) => /\.(cjs|py)$/.test(path))
    .map((path) => ({ from: join(folder, path), path }));
}

const npmPackagesStayOutside = {
  name: 'npm-packages-stay-outside',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind, resolveDir }) => {
      if (kind === 'entry-point' || path.startsWith('@cutover/')) return undefined;
      return isOfOneWorkspace(path, resolveDir) ? undefined : { path, external: true };
    });
  },
};

/** A version that one workspace has for itself would not be found from the folder of the bundle: another one would. */
function isOfOneWorkspace(path, from) {
  const [name] = /^(@[^/]+\/)?[^/]+/.exec(path);
  for (let folder = from; folder.startsWith(root) && folder !== root; folder = dirname(folder))
    if (existsSync(join(folder, 'node_modules', name))) return true;
  return false;
}

const buildAtOnce = (esbuild, { entry, outfile, options }) =>
  esbuild.build({ ...options, entryPoints: [entry], outfile });

/** @returns a line for people. */
export async function make(esbuild, bundle) {
  const { build = buildAtOnce } = bundle;
  const result = await build(esbuild, bundle);
  mkdirSync(dirname(bundle.outfile), { recursive: true });
  for (const file of result.outputFiles) replaceFile(file.path, file.contents);
  for (const { from, path } of bundle.assets) {
    const to = join(dirname(bundle.outfile), path);
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
  const kilobytes = Math.round(
    result.outputFiles.reduce((sum, file) => sum + file.contents.length, 0) / 1000,
  );
  return `${bundle.name}: ${relative(root, bundle.outfile)} (${kilobytes} kB)`;
}

/** In one step, since another process may be reading the bundle that is replaced. */
function replaceFile(path, contents) {
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, contents);
  renameSync(fresh, path);
}
