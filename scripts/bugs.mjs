// `npm run explore:bugs`: plants each bug of packages/explorer/bugs.json by itself into the plan, and lets the explorer
// look for it. A bug that it does not find shows a law, a world or a fault that is missing.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { explorerBundle } from './lib/bundles.mjs';
import { inRoot } from './lib/repository.mjs';
import { main, StepFailed } from './lib/run.mjs';

const HELP = `Plants each known bug into the plan, one at a time, and lets the explorer look for it.

Usage: npm run explore:bugs -- [--only TEXT] [--count N] [--json]

  --only TEXT  only bugs whose sentence holds TEXT
  --count N    schedules that may be walked for each bug (default 600)
  --json       one JSON document: [{says, found: {law, fault} | null}]

Exit code: 0 every bug was found, 1 one was not.
Example: npm run explore:bugs -- --only wildcard
`;

await main(async () => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      count: { type: 'string', default: '600' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(HELP);
  const bugs = JSON.parse(readFileSync(inRoot('packages', 'explorer', 'bugs.json'), 'utf8')).filter(
    ({ says }) => says.includes(values.only),
  );
  if (bugs.length === 0) throw new StepFailed(`No bug's sentence holds "${values.only}".`);
  // Beside the explorer's own bundle: what is not bundled is looked up from there.
  const folder = mkdtempSync(inRoot('packages', 'explorer', 'dist', 'bugs-'));
  let hunts;
  try {
    await makeSureOfThePlan(folder, values.count);
    hunts = await huntAll(bugs, folder, values);
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (values.json) console.log(JSON.stringify(hunts));
  const missed = hunts.filter(({ found }) => found === null);
  if (missed.length > 0)
    throw new StepFailed(`Not found:\n${missed.map(({ says }) => `  ${says}`).join('\n')}`);
});

/** Without a bug nothing may be found: what is found then says nothing of the bugs. */
async function makeSureOfThePlan(folder, count) {
  const found = await hunt(await explorerWith(undefined, join(folder, 'sound.cjs')), count);
  if (found) throw new StepFailed(`Without any bug, ${found.fault} breaks a law: ${found.law}`);
}

/** Two at a time, as the machines that run this have two cores. */
async function huntAll(bugs, folder, { count, json }) {
  const hunts = [];
  const waiting = [...bugs.entries()];
  const hunter = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, bug] = next;
      const found = await hunt(await explorerWith(bug, join(folder, `${index}.cjs`)), count);
      hunts[index] = { says: bug.says, found };
      if (!json) console.log(`${found ? `found (${found.fault}: ${found.law})` : 'NOT FOUND'}: ${bug.says}`);
    }
  };
  await Promise.all([hunter(), hunter()]);
  return hunts;
}

/** Builds the explorer, with one bug in it or none. @returns the outfile */
async function explorerWith(bug, outfile) {
  const { entry, options } = explorerBundle();
  const plugins = [...options.plugins, ...(bug ? [planting(bug)] : [])];
  await build({ ...options, entryPoints: [entry], outfile, plugins, write: true });
  return outfile;
}

function planting({ file, was, becomes, says }) {
  const path = inRoot(file);
  return {
    name: 'bug',
    setup: (esbuild) =>
      esbuild.onLoad({ filter: exactly(path) }, async () => {
        const parts = (await readFile(path, 'utf8')).split(was);
        if (parts.length !== 2)
          throw new StepFailed(
            `${file} has \`${was}\` ${parts.length - 1} times, not once: mend "${says}" in bugs.json.`,
          );
        return { contents: parts.join(becomes), loader: 'ts' };
      }),
  };
}

/** esbuild asks for every file that the filter takes, which is slow for a thousand. */
function exactly(path) {
  return new RegExp(`^${path.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}

/** @returns the first law that was broken and the fault that showed it; null: nothing was found. A crash is a find. */
function hunt(explorer, count) {
  const args = [explorer, '--count', count, '--seconds', '600', '--until-found', '--json'];
  return new Promise((resolve) =>
    execFile(process.execPath, args, (_error, stdout, stderr) => {
      const last = stdout.trim().split('\n').at(-1);
      if (!last?.startsWith('{'))
        return resolve({ law: 'the plan is total', fault: /^\w*Error: .*/m.exec(stderr)?.[0] ?? 'it died' });
      const [first] = JSON.parse(last).violations;
      resolve(first ? { law: first.law, fault: first.fault } : null);
    }),
  );
}
