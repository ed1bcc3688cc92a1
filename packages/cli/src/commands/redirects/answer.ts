import { noAnswer } from '@cutover/edge-functions';
import { Command, Option } from 'commander';
import type { Io } from '../../io';
import { type Answering, answeringBy, engineNames } from '../../redirects/engines';
import { type Line, linesOf } from '../../redirects/lines';
import { BadLine, lineOf, requestOf } from '../../redirects/request-line';
import { rulesIn } from '../../redirects/rules-file';
import { exitCodes } from '../../user-error';
import { instantOption } from '../options';
import { exitCodesOf } from './exit-codes';

interface AnswerOptions {
  readonly engine: string;
  readonly at?: number;
}

const help = `
Reads lines {"host","uri","headers"?} and writes a line {"status","location","headers","rule"} for each as it comes; an
empty location stands for none. A line that is no request is answered with {"error","line"}, and the others are answered
none the less.

The engine evaluate says what rules mean. function, quickjs and njs run the compiled CloudFront Function: in Node's own
engine, in QuickJS, and in njs, which is nearest to CloudFront's. Its answers know no rule: the rule is that of evaluate,
where the answers are equal.

Examples:
  $ echo '{"host":"a.example.com","uri":"/x?y=1"}' | cutover redirects answer rules.yml
  $ cutover redirects answer --engine njs --at 2027-01-01T00:00:00Z rules.yml < requests.jsonl
`;

export function answerCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('answer')
    .description('Answer requests by the rules: JSON lines on standard input, JSON lines on standard output.')
    .argument('<rules>', 'a rule file')
    .addOption(new Option('--engine <name>', 'what answers').choices(engineNames).default('evaluate'))
    .option(
      '--at <time>',
      'what the clock shows, for rules that begin or expire (default: now)',
      instantOption,
    )
    .option('--json', 'print JSON lines, as it does without it')
    .addHelpText('after', help + exitCodesOf())
    .action(async (file: string, options: AnswerOptions) => finish(await answer(file, options, io)));
}

/** @returns the exit code. */
async function answer(file: string, { engine, at = Date.now() }: AnswerOptions, io: Io): Promise<number> {
  const answering = answeringBy(engine, rulesIn(file));
  let first: string | undefined;
  let badCount = 0;
  for await (const lines of linesOf(io.input)) {
    const { text, errors } = await answerLines(lines, answering, at);
    io.out(text);
    badCount += errors.length;
    first ??= errors[0];
  }
  if (badCount === 0) return exitCodes.passed;
  const others = badCount === 1 ? '' : ` (and ${badCount - 1} more)`;
  io.err(`cutover: standard input: ${first}${others}\n`);
  return exitCodes.badInput;
}

async function answerLines(
  lines: readonly Line[],
  answering: Answering,
  now: number,
): Promise<{ text: string; errors: string[] }> {
  const read = lines
    .filter(({ text }) => text?.trim() !== '')
    .map((line) => ({ line, ...readLine(line, now) }));
  const answers = (await answering(read.flatMap(({ request }) => request ?? []))).values();
  const results = read.map(({ line: { number }, request, error }) => {
    const answer = request === undefined ? undefined : answers.next().value;
    if (answer !== undefined && answer.status !== noAnswer) return { text: lineOf(answer), errors: [] };
    const why = error ?? answer?.body;
    return { text: `${JSON.stringify({ error: why, line: number })}\n`, errors: [`line ${number}: ${why}`] };
  });
  return {
    text: results.map(({ text }) => text).join(''),
    errors: results.flatMap(({ errors }) => errors),
  };
}

function readLine({ text, trouble }: Line, now: number) {
  if (text === undefined) return { error: trouble };
  try {
    return { request: requestOf(text, now) };
  } catch (error) {
    if (!(error instanceof BadLine)) throw error;
    return { error: error.message };
  }
}
