import { type Exploration, explore, type Finding } from './explore';
import { HELP, readOptions } from './options';
import type { LiveOptions } from './run';
import { exploreTheWire } from './wire-sample';
import { allCases, type Case } from './worlds';

/** The command line of the explorer. @returns the exit code */
export async function main(
  args: readonly string[],
  print: (text: string) => void,
  now: () => number,
): Promise<number> {
  const options = readOptions(args);
  if ('problem' in options) {
    print(`${options.problem}\n\n${HELP}`);
    return 2;
  }
  if (options.help) {
    print(HELP);
    return 0;
  }
  const { seed, seconds, world, count, untilFound, mode, json, fault, wire, log } = options;
  const onProgress = (done: number, violations: number): void => {
    if (!json && done % (wire === undefined ? 250 : 10) === 0)
      print(`${done} schedules, ${violations} violations\n`);
  };
  const onFound = (finding: Finding): void => {
    if (!json) print(`${wordsOfFinding(finding)}\n`);
  };
  const found =
    wire === undefined
      ? await explore({
          cases: casesNamed(world),
          seed,
          seconds,
          count,
          untilFound,
          mode,
          fault,
          onAnswer: log ? (...turn) => print(`${lineOf(...turn)}\n`) : undefined,
          clock: { now },
          onProgress,
          onFound,
        })
      : await exploreTheWire({ seed, fault, count: wire, onProgress, onFound });
  print(json ? `${JSON.stringify(found)}\n` : wordsOf(found));
  return found.violations.length > 0 ? 1 : 0;
}

const casesNamed = (text: string): Case[] => allCases.filter(({ name }) => name.includes(text));

const lineOf: NonNullable<LiveOptions['onAnswer']> = ({ world, action }, answer) => {
  const at = `${((world.now - world.startedAt) / 1000).toFixed(3)} s ${action}`;
  if (answer === 'killed') return `${at}: killed`;
  const { phase, wave } = answer.journal ?? {};
  return `${at}: ${answer.kind} ${phase ?? ''}${wave ? ` (wave ${wave + 1})` : ''} ${answer.message}`;
};

function wordsOf({ schedules, worlds, complete, violations, reached }: Exploration): string {
  const scope = complete ? 'all that there are' : 'more there are';
  return `${schedules} schedules in ${worlds} worlds, ${violations.length} violations (${scope}).\n${wordsOfReached(reached)}`;
}

const wordsOfFinding = ({ world, law, found, atSeconds, replay }: Finding): string =>
  `✗ ${law}\n  ${world}, after ${atSeconds} s: ${found}\n  ${replay}`;

const wordsOfReached = ({ transitions, failures, neverIn }: Exploration['reached']): string =>
  transitions.length === 0
    ? ''
    : `${transitions.length} transitions between phases; failures met: ${failures.join(', ') || 'none'}; never in: ${neverIn.join(', ') || 'no phase'}.\n`;
