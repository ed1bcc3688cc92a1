import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Json } from '../schema/change';
import { UserError } from '../user-error';

interface Finding {
  readonly Filename: string;
  readonly Message: string;
  readonly Rule: { readonly Id: string };
  readonly Location: { readonly Start: { readonly LineNumber: number } };
}

/**
 * From this version on cfn-lint takes --registry-schemas and then looks at no property of such a type: a template full
 * of mistakes is clean. Nobody has told them yet; a test holds that ours finds each kind of mistake.
 */
const blindSince = [1, 43];

/** CloudFormation writes a number as text where a template puts it into an output; cfn-lint wants it to be one. */
const isOfNumber = ({ Rule, Message }: Finding): boolean =>
  Rule.Id === 'E6101' && Message.endsWith("is not of type 'string'");

/**
 * In a folder for the schemas alone: cfn-lint takes every JSON file below it for one.
 * @returns what is wrong, in sentences
 */
export function lintTemplates(
  tools: string,
  templates: readonly string[],
  schemas: readonly Json[],
  regions: readonly string[],
): string[] {
  const linter = linterIn(tools);
  const folder = mkdtempSync(join(tmpdir(), 'cutover-schemas-'));
  try {
    for (const schema of schemas)
      writeFileSync(
        join(folder, `${String(schema.typeName).replaceAll('::', '-')}.json`),
        JSON.stringify(schema),
      );
    const where = regions.length > 0 ? ['--regions', ...regions] : [];
    const words = ['--registry-schemas', folder, '--format', 'json', ...where, '--', ...templates];
    const { stdout, stderr } = spawnSync(linter, words, { encoding: 'utf8' });
    if (!stdout.startsWith('[')) throw new UserError(`cfn-lint: ${stderr.trim().split('\n').at(-1)}`);
    return (JSON.parse(stdout) as Finding[]).filter((each) => !isOfNumber(each)).map(sentenceOf);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const sentenceOf = ({ Filename, Message, Rule, Location }: Finding): string =>
  `${Filename}:${Location.Start.LineNumber}: ${Rule.Id} ${Message}`;

function linterIn(tools: string): string {
  const linter = process.env.CFN_LINT ?? join(tools, '.venv', 'bin', 'cfn-lint');
  const version = versionOf(linter);
  if (version === undefined)
    throw new UserError(
      `there is no cfn-lint at ${linter}; run \`node scripts/python.mjs\` in ${tools} first`,
    );
  const [major = 0, minor = 0] = /(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number) ?? [];
  const [sinceMajor = 0, sinceMinor = 0] = blindSince;
  if (major > sinceMajor || (major === sinceMajor && minor >= sinceMinor))
    throw new UserError(
      `${linter} is ${version}, which checks no property of a registry's type; take 1.42.1 or older`,
    );
  return linter;
}

/** The Python beside it knows: cfn-lint itself loads all of its rules before it tells, which takes as long as to lint. */
const askPackage = 'from importlib.metadata import version; print("cfn-lint", version("cfn-lint"))';

function versionOf(linter: string): string | undefined {
  const said = (program: string, ...words: string[]): string | undefined => {
    const { status, stdout } = spawnSync(program, words, { encoding: 'utf8' });
    return status === 0 ? stdout.trim() : undefined;
  };
  return said(join(dirname(linter), 'python'), '-c', askPackage) ?? said(linter, '--version');
}
