import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import schema from '../../schema/redirect-rules.schema.json';
import type { Report } from '../problem';
import { words } from './words';

/** Parts of a file that are checked one by one, so that a file of rubbish is not complained about in full. */
export type Part = 'file' | 'Site' | 'Rule' | 'Test';
const names: Readonly<Record<Part, string>> = {
  file: 'the file',
  Site: 'a site',
  Rule: 'a rule',
  Test: 'a test',
};

/** What is checked apart, with messages of its own. */
const apart: Readonly<Partial<Record<Part, readonly string[]>>> = {
  file: ['Sites', 'Tests'],
  Site: ['Rules', 'Tests'],
  Rule: ['Tests'],
};

/** The list that a part is in, and its place there: parts that are no mapping have no place of their own. */
export type Item = readonly [list: readonly unknown[], place: number];

/**
 * Checks a part of a file against the schema, and says what is wrong in words; true where it may be used as what it
 * says it is. Lists of other parts within are looked at as lists only.
 */
export function checkShape(part: Part, value: unknown, report: Report, item: Item): boolean {
  const validate = validators()[part];
  if (validate(shellOf(part, value))) return true;
  for (const error of spoken(validate.errors)) complain(part, value, error, report, item);
  return false;
}

/**
 * The same for parts of which the rest is worth reading: members with a mistake are taken out, and false is for a part
 * that `without` them is none.
 */
export function checkMembers(
  part: Part,
  value: unknown,
  without: string,
  report: Report,
  item?: Item,
): boolean {
  const validate = validators()[part];
  if (validate(shellOf(part, value))) return true;
  const errors = spoken(validate.errors);
  for (const error of errors) complain(part, value, error, report, item);
  if (typeof value !== 'object' || value === null) return false;
  for (const error of errors) {
    const member = error.instancePath.split('/')[1] ?? error.params.additionalProperty;
    if (member !== undefined) delete (value as Record<string, unknown>)[member];
  }
  return without in value;
}

/** Without what another complaint says better: a wrong type alone, a misspelt key and not that it is missing. */
function spoken(found: readonly ErrorObject[] | null | undefined): ErrorObject[] {
  const errors = found ?? [];
  const mistyped = new Set(
    errors.flatMap(({ keyword, instancePath }) => (keyword === 'type' ? [instancePath] : [])),
  );
  const misspelt = errors.flatMap((error) =>
    error.keyword === 'additionalProperties' ? [error.instancePath + words(error, '').instead] : [],
  );
  return errors.filter(({ keyword, instancePath, params }) => {
    if (keyword === 'required') return !misspelt.includes(`${instancePath}Write ${params.missingProperty}.`);
    return keyword === 'type' || !mistyped.has(instancePath);
  });
}

/** The part with its lists of other parts emptied. */
function shellOf(part: Part, value: unknown): unknown {
  const lists = apart[part];
  if (lists === undefined || typeof value !== 'object' || value === null || Array.isArray(value))
    return value;
  const present = lists.filter((list) => list in value);
  if (present.length === 0) return value;
  const shell = { ...value } as Record<string, unknown>;
  for (const list of present) if (Array.isArray(shell[list])) shell[list] = [];
  return shell;
}

function complain(part: Part, value: unknown, error: ErrorObject, report: Report, item?: Item): void {
  const steps = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = steps.pop();
  const parent = steps.reduce<unknown>(memberOf, value);
  const name = last === undefined ? names[part] : nameOf(last, steps);
  const { key, what, instead } = words(error, name);
  const about = last === undefined ? value : memberOf(parent, last);
  if (key !== undefined) report.ofKey(about, key, what, instead);
  else if (last !== undefined)
    report.ofValue(parent, Array.isArray(parent) ? Number(last) : last, what, instead);
  else if (item === undefined) report.ofWhole(value, what, instead);
  else report.ofValue(...item, what, instead);
}

/** An item is called after its list. */
function nameOf(last: string, steps: readonly string[]): string {
  if (!/^\d+$/.test(last) || steps.length === 0) return last;
  return `an item of ${steps.at(-1)}`;
}

function memberOf(container: unknown, step: string): unknown {
  return typeof container === 'object' && container !== null
    ? (container as Record<string, unknown>)[step]
    : undefined;
}

let compiled: Readonly<Record<Part, ValidateFunction>> | undefined;

/** Made when they are first needed: it takes some tens of milliseconds. */
function validators(): Readonly<Record<Part, ValidateFunction>> {
  compiled ??= compile();
  return compiled;
}

function compile(): Readonly<Record<Part, ValidateFunction>> {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, verbose: true, strictTypes: false });
  // The patterns are for editors. Here every one of them has a check of its own, which knows what to write instead.
  ajv.removeKeyword('pattern').addKeyword('pattern');
  ajv.removeKeyword('propertyNames').addKeyword('propertyNames');
  ajv.addKeyword('defaultSnippets');
  ajv.addSchema(schema);
  const definition = (name: string) => ajv.getSchema(`${schema.$id}#/definitions/${name}`)!;
  return {
    file: ajv.getSchema(schema.$id)!,
    Site: definition('Site'),
    Rule: definition('Rule'),
    Test: definition('Test'),
  };
}
