import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { UserError } from '../user-error';

/** The folder of a type as cloudformation-cli makes it. */
export interface TypeProject {
  readonly folder: string;
  /** `AwsCommunity::CloudFront::AliasMigration` */
  readonly typeName: string;
  /** `awscommunity-cloudfront-aliasmigration`: what AWS's tools call files of the type. */
  readonly slug: string;
  readonly language: string;
  /** Fills build/TypeFunction; called with ` TypeFunction` behind it, as cloudformation-cli does. */
  readonly buildCommand: string | undefined;
  /** `dist/handlers.js` below build/TypeFunction. */
  readonly entryFile: string;
  /** Of the folder's package.json or, without one, its file VERSION: the number under which it is published. */
  readonly version: string;
  readonly schemaFile: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/**
 * Every folder of the repository that holds an .rpdk-config: a new type needs no list to be added to.
 * @param names of types, or of their folders; only these are read then
 * @throws UserError
 */
export function findProjects(root: string, names: readonly string[] = []): TypeProject[] {
  const folders = [root, ...foldersIn(root), ...foldersIn(join(root, 'resources'))].filter((folder) =>
    existsSync(join(folder, '.rpdk-config')),
  );
  if (folders.length === 0)
    throw new UserError(`${root} has no folder with an .rpdk-config; run this in the root of the repository`);
  if (names.length === 0) return folders.map(readProject);
  return names.map((name) => {
    const found = folders.find(
      (folder) => basename(folder) === basename(name) || typeNameIn(folder) === name,
    );
    if (found) return readProject(found);
    throw new UserError(`there is no type ${name}; there are ${folders.map(typeNameIn).join(', ')}`);
  });
}

const foldersIn = (folder: string): string[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
        .map(({ name }) => join(folder, name))
        .sort();

const typeNameIn = (folder: string): string =>
  (readJson(join(folder, '.rpdk-config')) as RpdkConfig).typeName ?? basename(folder);

interface RpdkConfig {
  readonly typeName?: string;
  readonly language?: string;
  readonly entrypoint?: string;
  readonly settings?: { readonly buildCommand?: string };
}

/** @throws UserError when something of it is missing. */
export function readProject(folder: string): TypeProject {
  const configFile = join(folder, '.rpdk-config');
  const config = readJson(configFile) as RpdkConfig;
  const { typeName, language, entrypoint, settings } = config;
  if (!typeName || !language) throw new UserError(`${configFile} has no typeName or no language`);
  const slug = typeName.replaceAll('::', '-').toLowerCase();
  const schemaFile = join(folder, `${slug}.json`);
  return {
    folder,
    typeName,
    slug,
    language,
    buildCommand: settings?.buildCommand,
    entryFile: `${(entrypoint ?? '').replace(/\.[^./]+$/, '')}.js`,
    version: versionIn(folder),
    schemaFile,
    schema: readJson(schemaFile) as TypeProject['schema'],
  };
}

function versionIn(folder: string): string {
  const [json, text] = [join(folder, 'package.json'), join(folder, 'VERSION')];
  const version = existsSync(json)
    ? (readJson(json) as { readonly version?: string }).version
    : existsSync(text) && readFileSync(text, 'utf8').trim();
  if (version) return version;
  throw new UserError(`${folder} has no version in package.json or VERSION; releases are counted by it`);
}

/** @throws UserError with the place, where there is no such file or no JSON in it. */
export function readJson(file: string): unknown {
  if (!existsSync(file)) throw new UserError(`there is no ${relative('', file)}`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UserError(`${relative('', file)} is no JSON: ${error.message}`);
  }
}
