import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engines, type Invocation, runFunction, viewerRequest } from '@cutover/edge-functions';
import { type Row, rowOf } from '../compare';
import { functionWorld, requestClasses } from './function-world';
import { type Deployed, layoutsOf, withoutMisses } from './in-njs';
import { classesOfMozilla, type MeasuredClass } from './mozilla';

/** Invocations of two runs: what lies between is neither start nor load. */
const [few, many] = [10, 40];
/** Under valgrind all takes fifty times as long. */
const silenceMilliseconds = 60_000;
const nothing: Deployed = {
  code: 'async function handler(event) { return { statusCode: 404 }; }',
  store: new Map(),
};

const isValgrindThere = (): boolean => spawnSync('valgrind', ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * Instructions of njs a request, in thousands, by class of rule: the same on every machine. Without njs or valgrind
 * there is no row; without Mozilla's rules beside the project, none of theirs.
 */
export async function* instructionRows(quick: boolean): AsyncGenerator<Row> {
  if (!engines.njs.isAvailable() || !isValgrindThere()) return;
  const { rules, bulk } = functionWorld(1_000);
  const { ours, straightforward } = layoutsOf(rules);
  const synthetic = [...requestClasses, bulk].map(
    ({ name, host, uri }): MeasuredClass => ({
      name,
      ours,
      peer: straightforward,
      requests: [{ host, uri, now: 0 }],
    }),
  );
  const all = quick ? synthetic.slice(0, 1) : [...synthetic, ...(await classesOfMozilla())];
  const idle = await instructionsOf(nothing, viewerRequest({ host: 'a.example.com', uri: '/', now: 0 }));
  for (const { name, ours: one, peer: other, requests } of all) {
    const sum = { ours: 0, peer: 0 };
    for (const request of requests) {
      const event = viewerRequest(request);
      sum.ours += (await instructionsOf(one, event)) - idle;
      sum.peer += (await instructionsOf(other, event)) - idle;
    }
    const each = 1_000 * requests.length;
    yield rowOf(
      { name: `instructions in njs, ${name}`, unit: 'thousand', against: 'one key a redirect, JSON values' },
      [{ ours: sum.ours / each, peer: sum.peer / each }],
    );
  }
}

/** Of one invocation, with what njs and the harness take for it. */
async function instructionsOf(deployed: Deployed, event: Invocation): Promise<number> {
  const job = { ...(await withoutMisses(deployed, [event])), events: [event] };
  const folder = mkdtempSync(join(tmpdir(), 'bench-instructions-'));
  const before = process.env.NJS;
  try {
    process.env.NJS = counting(folder, before ?? 'njs');
    const count = async (rounds: number): Promise<number> => {
      const [result] = await runFunction('njs', { ...job, rounds, silenceMilliseconds });
      if (!result || result.error) throw new Error(`njs under valgrind: ${JSON.stringify(result)}`);
      return Number(/^summary: (\d+)/m.exec(readFileSync(join(folder, 'counted'), 'utf8'))?.[1]);
    };
    return ((await count(many)) - (await count(few))) / (many - few);
  } finally {
    if (before === undefined) delete process.env.NJS;
    else process.env.NJS = before;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A program that is njs under valgrind. */
function counting(folder: string, njs: string): string {
  const program = join(folder, 'njs');
  const valgrind = `valgrind --quiet --tool=cachegrind --cachegrind-out-file=${join(folder, 'counted')}`;
  writeFileSync(program, `#!/bin/sh\nexec ${valgrind} ${njs} "$@"\n`, { mode: 0o755 });
  return program;
}
