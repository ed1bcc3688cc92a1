import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import { readJson, type TypeProject } from '../project/type-project';
import { UserError } from '../user-error';

/** What CloudFormation calls for a resource of AWS's own types: `handlers.*.permissions` of their schemas. */
type NativePermissions = Readonly<Record<string, readonly string[]>>;

/** Templates of a type that a pipeline deploys. */
const fixtures = ['setup.yml', 'integ.yml'];
const nativeFile = join('release', 'native-permissions.json');

/** What is read of one. */
export interface Template {
  readonly Parameters?: Readonly<Record<string, { readonly Type?: string; readonly Default?: string }>>;
  readonly Resources?: Readonly<Record<string, { readonly Type?: string }>>;
}

/**
 * What whoever deploys test/setup.yml and test/integ.yml has to be allowed.
 * @param tools the folder in which release/native-permissions.json is
 * @throws UserError for a type whose permissions nobody has written down
 */
export function fixtureActions(tools: string, projects: readonly TypeProject[]): string[] {
  const native = readJson(join(tools, nativeFile)) as NativePermissions;
  const actions = projects.flatMap(({ folder }) =>
    fixtures
      .map((name) => join(folder, 'test', name))
      .filter(existsSync)
      .flatMap((file) => actionsOf(file, native)),
  );
  return [...new Set(actions)].sort();
}

function actionsOf(file: string, native: NativePermissions): string[] {
  const { Parameters, Resources } = templateOf(readFileSync(file, 'utf8'));
  const isAsked = Object.values(Parameters ?? {}).some(isStored);
  const types = [...new Set(Object.values(Resources ?? {}).map(({ Type = '' }) => Type))];
  return [
    ...(isAsked ? ['ssm:GetParameters'] : []),
    // Types of others are called with roles of their own.
    ...types.filter((type) => type.startsWith('AWS::')).flatMap((type) => permissionsOf(type, file, native)),
  ];
}

function permissionsOf(type: string, file: string, native: NativePermissions): readonly string[] {
  const known = native[type];
  if (known) return known;
  throw new UserError(
    `${relative('', file)} has an ${type}, which ${nativeFile} does not know; write down what \`aws cloudformation describe-type --type RESOURCE --type-name ${type}\` shows under handlers`,
  );
}

/** Whether CloudFormation takes a parameter's value from Parameter Store: its default is a name there. */
export const isStored = ({ Type }: { readonly Type?: string }): boolean =>
  Type?.startsWith('AWS::SSM::Parameter::') ?? false;

/** Tags of CloudFormation's short forms mean nothing here. */
export const templateOf = (text: string): Template => parse(text, { logLevel: 'silent' }) as Template;
