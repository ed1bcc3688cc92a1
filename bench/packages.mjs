// `node bench/packages.mjs [FOLDER]`: each type's package beside the same handlers in the scaffold's default build, in one run:
// node_modules as they are, SDK v2 among them. Installs that into a temporary folder, from npm.
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { inRoot, typeFolders } from '../scripts/lib/repository.mjs';
import { main, run, StepFailed } from '../scripts/lib/run.mjs';

const rounds = 7;
const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/** What `npm install && sam build` leaves: the handlers' own code, and every package that they name. */
async function scaffoldBuild(esbuild, type) {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-scaffold-'));
  const { metafile } = await esbuild.build({
    entryPoints: [join(type, 'src', 'handlers.ts')],
    outfile: join(folder, 'dist', 'handlers.js'),
    ...{ bundle: true, platform: 'node', format: 'cjs', target: 'node20', keepNames: true, metafile: true },
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    plugins: [packagesOutside],
    logLevel: 'silent',
  });
  const named = Object.values(metafile.outputs).flatMap(({ imports }) =>
    imports.map(({ path }) => packageOf(path)),
  );
  const installed = JSON.parse(readFileSync(inRoot('node_modules', '.package-lock.json'), 'utf8')).packages;
  const dependencies = Object.fromEntries(
    [...new Set(named)].flatMap((name) => {
      const { version } = installed[`node_modules/${name}`] ?? {};
      return version === undefined ? [] : [[name, version]];
    }),
  );
  const manifest = {
    private: true,
    dependencies: { ...dependencies, 'aws-sdk': '2.1693.0', 'reflect-metadata': '*' },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  const words = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--silent'];
  if (spawnSync('npm', words, { cwd: folder, stdio: 'ignore' }).status !== 0)
    throw new StepFailed('npm could not install what the scaffold would; is it online?');
  return folder;
}

const packageOf = (path) =>
  path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
const packagesOutside = {
  name: 'packages-outside',
  setup: (build) =>
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@cutover/') ? undefined : { path, external: true },
    ),
};

/** An AWS that knows nothing of what it is asked for. */
async function silentAws() {
  const server = createServer((request, response) =>
    request
      .resume()
      .on('end', () => response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end('{}')),
  );
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function measured(folder, aws) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const turns = [];
  for (let round = 0; round < rounds; round++)
    turns.push(await turnOf(join(folder, 'dist', 'handlers.js'), aws));
  return {
    stored: files.reduce((sum, file) => sum + statSync(file).size, 0),
    deflated: files.reduce((sum, file) => sum + deflateRawSync(readFileSync(file)).length, 0),
    'load, ms': median(turns.map(({ loadMs }) => loadMs)),
    'memory after a READ, MB': median(turns.map(({ rss }) => rss)),
  };
}

/** One READ in a process of its own, with the payload that CloudFormation sends. */
function turnOf(bundle, aws) {
  const keys = { accessKeyId: 'AKID', secretAccessKey: 'secret', sessionToken: 'token' };
  const ids = { MigrationId: 'am-00000000000000000000', SiteId: 'rs-00000000000000000000' };
  const event = {
    requestData: { callerCredentials: keys, resourceProperties: ids, logicalResourceId: 'It' },
    ...{ region: 'eu-central-1', awsAccountId: '310123456789', action: 'READ', bearerToken: 'token' },
    resourceType: 'Bench::Bench::Bench',
  };
  const program = `const begun = performance.now();
    const { entrypoint } = require(process.argv[1]);
    const loadMs = performance.now() - begun;
    entrypoint(${JSON.stringify(event)}, {}).then(() => {
      process.stderr.write('\\n' + JSON.stringify({ loadMs, rss: process.memoryUsage().rss / 1e6 }));
      process.exit(0);
    });`;
  const env = {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${aws.address().port}`,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  return new Promise((resolve, reject) =>
    execFile(process.execPath, ['-e', program, bundle], { env }, (error, _stdout, stderr) =>
      error ? reject(error) : resolve(JSON.parse(stderr.trim().split('\n').at(-1))),
    ),
  );
}

const compared = (type, ours, theirs) =>
  Object.keys(ours).map((what) => {
    const share = ((100 * ours[what]) / theirs[what]).toFixed(1);
    return `${type.padEnd(40)} ${what.padEnd(24)} ${Math.round(ours[what])} of ${Math.round(theirs[what])}: ${share} %`;
  });

await main(async () => {
  const esbuild = await import('esbuild');
  const aws = await silentAws();
  try {
    for (const type of typeFolders().filter((folder) => basename(folder).includes(process.argv[2] ?? ''))) {
      const scaffold = await scaffoldBuild(esbuild, type);
      run(process.execPath, [inRoot('scripts', 'build.mjs'), basename(type)], { stdio: 'ignore' });
      const ours = join(type, 'build', 'TypeFunction');
      for (const line of compared(basename(type), await measured(ours, aws), await measured(scaffold, aws)))
        console.log(line);
      rmSync(scaffold, { recursive: true });
    }
  } finally {
    aws.close();
  }
});
