// `npm run explore:bugs`: plants each bug of packages/explorer/bugs.json by itself into the plan, and lets the explorer
// look for it. A bug that it does not find shows a law, a world or a fault that is missing.
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { context } from 'esbuild';
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

/** Threads that wait for an explorer to walk. */
const idle = [];

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
  const workshop = await workshopIn(folder, bugs);
  let hunts;
  try {
    hunts = await huntAll(bugs, workshop, values);
    await makeSureOfThePlan(workshop, Math.max(...hunts.map(({ schedules }) => schedules)));
  } finally {
    await workshop.close();
    for (const hunter of idle) await hunter.terminate();
    rmSync(folder, { recursive: true });
  }
  if (values.json) console.log(JSON.stringify(hunts.map(({ says, found }) => ({ says, found }))));
  const missed = hunts.filter(({ found }) => found === null);
  if (missed.length > 0)
    throw new StepFailed(`Not found:\n${missed.map(({ says }) => `  ${says}`).join('\n')}`);
});

/** Without a bug nothing may be found in as many schedules: what is found then says nothing of the bugs. */
async function makeSureOfThePlan({ explorerWith }, count) {
  const { found } = await hunt(await explorerWith(undefined), count);
  if (found) throw new StepFailed(`Without any bug, ${found.fault} breaks a law: ${found.law}`);
}

/** Two at a time, as the machines that run this have two cores. */
async function huntAll(bugs, { explorerWith }, { count, json }) {
  const hunts = [];
  const waiting = [...bugs.entries()];
  const hunter = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, bug] = next;
      const { found, schedules } = await hunt(await explorerWith(bug), count);
      hunts[index] = { says: bug.says, found, schedules };
      if (!json) console.log(`${found ? `found (${found.fault}: ${found.law})` : 'NOT FOUND'}: ${bug.says}`);
    }
  };
  await Promise.all([hunter(), hunter()]);
  return hunts;
}

/** Builds explorers, each with one bug in it or none, one after the other: what has not changed is parsed once. */
async function workshopIn(folder, bugs) {
  let planted;
  const { options } = explorerBundle();
  const entry = inRoot('packages', 'explorer', 'src', 'main.ts');
  const plugins = [...options.plugins, planting(bugs, () => planted)];
  const outfile = join(folder, 'explorer.cjs');
  const { rebuild, dispose } = await context({ ...options, entryPoints: [entry], outfile, plugins });
  let count = 0;
  let last = Promise.resolve();
  const buildWith = async (bug) => {
    planted = bug;
    const { outputFiles } = await rebuild();
    const path = join(folder, `${count++}.cjs`);
    await writeFile(path, outputFiles[0].contents);
    return path;
  };
  return {
    /** @returns the outfile */
    explorerWith: (bug) => {
      const built = last.then(() => buildWith(bug));
      last = built.catch(() => {});
      return built;
    },
    close: dispose,
  };
}

/** @param plantedNow which of the bugs is in the next build, if any */
function planting(bugs, plantedNow) {
  return {
    name: 'bug',
    setup: (esbuild) =>
      esbuild.onLoad({ filter: anyOf(new Set(bugs.map(({ file }) => inRoot(file)))) }, async ({ path }) => {
        const bug = plantedNow();
        return bug && inRoot(bug.file) === path ? { contents: await withBug(bug), loader: 'ts' } : undefined;
      }),
  };
}

async function withBug({ file, was, becomes, says }) {
  const parts = (await readFile(inRoot(file), 'utf8')).split(was);
  if (parts.length === 2) return parts.join(becomes);
  throw new StepFailed(
    `${file} has \`${was}\` ${parts.length - 1} times, not once: mend "${says}" in bugs.json.`,
  );
}

/** esbuild asks for every file that the filter takes, which is slow for a thousand. */
function anyOf(paths) {
  return new RegExp(
    `^(${[...paths].map((path) => path.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})$`,
  );
}

/**
 * @returns the first law that was broken and the fault that showed it; null: nothing was found. A crash is a find.
 * And how many schedules were walked until then.
 */
async function hunt(explorer, count) {
  const args = ['--count', `${count}`, '--seconds', '600', '--until-found', '--json'];
  const hunter = idle.pop() ?? new Worker(new URL('lib/hunter.mjs', import.meta.url));
  hunter.postMessage({ explorer, args });
  try {
    const [printed] = await once(hunter, 'message');
    idle.push(hunter);
    const { violations, schedules } = JSON.parse(printed.trim().split('\n').at(-1));
    const [first] = violations;
    return { found: first ? { law: first.law, fault: first.fault } : null, schedules };
  } catch (crash) {
    // A thread that threw has ended.
    return { found: { law: 'the plan is total', fault: `${crash}` }, schedules: Number(count) };
  }
}
