import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TypeSchema } from '@cutover/local-aws';
import { parseJson } from '../files';
import { UserError } from '../user-error';

/** The folder of a resource type as cloudformation-cli makes it, ready to be tested. */
export interface TypeProject {
  readonly folder: string;
  readonly typeName: string;
  readonly schema: TypeSchema;
  /** What Lambda runs: a CommonJS file, and its exports for CloudFormation and for `sam local invoke`. */
  readonly functions: Readonly<Record<'TypeFunction' | 'TestEntrypoint', FunctionFile>>;
  /** The template of the role that CloudFormation assumes for the type. */
  readonly roleTemplate: string;
}

interface FunctionFile {
  readonly bundle: string;
  readonly handler: string;
}

interface RpdkConfig {
  readonly artifact_type?: string;
  readonly typeName?: string;
  readonly runtime?: string;
  readonly entrypoint?: string;
  readonly testEntrypoint?: string;
}

/** @throws UserError when the folder is none of a resource type, or nothing is built or generated in it yet. */
export function readProject(folder: string): TypeProject {
  if (!existsSync(folder)) throw new UserError(`${folder}: there is no such folder`);
  const file = join(folder, '.rpdk-config');
  if (!existsSync(file))
    throw new UserError(
      `${folder}: there is no .rpdk-config in this folder; name the folder of a resource type (\`cfn init\` makes one)`,
    );
  const config = parseJson(file) as RpdkConfig;
  const typeName = config.typeName ?? refuse(file, 'has no typeName');
  if ((config.artifact_type ?? 'RESOURCE') !== 'RESOURCE')
    refuse(file, `says artifact_type ${config.artifact_type}; only resource types can be tested here`);
  if (!config.runtime?.startsWith('nodejs'))
    refuse(file, `says runtime ${config.runtime}; the local Lambda runs Node.js only`);
  const schemaFile = join(folder, `${typeName.replaceAll('::', '-').toLowerCase()}.json`);
  const roleTemplate = join(folder, 'resource-role.yaml');
  if (!existsSync(schemaFile)) refuse(file, `names ${typeName}, but there is no ${schemaFile}`);
  if (!existsSync(roleTemplate))
    throw new UserError(`${folder}: there is no resource-role.yaml; \`cfn generate\` writes it`);
  return {
    folder,
    typeName,
    schema: parseJson(schemaFile) as TypeSchema,
    roleTemplate,
    functions: {
      TypeFunction: functionFile(folder, file, config.entrypoint),
      TestEntrypoint: functionFile(folder, file, config.testEntrypoint ?? config.entrypoint),
    },
  };
}

/** `dist/handlers.entrypoint` is the export `entrypoint` of build/TypeFunction/dist/handlers.js, as SAM builds it. */
function functionFile(folder: string, config: string, entrypoint: string | undefined): FunctionFile {
  const [, path, handler] = /^(.+)\.([^./]+)$/.exec(entrypoint ?? '') ?? [];
  if (!path || !handler)
    return refuse(
      config,
      `says entrypoint ${entrypoint}; write FILE.EXPORT, for example dist/handlers.entrypoint`,
    );
  // Absolute: the process that runs it is started elsewhere.
  const bundle = resolve(folder, 'build', 'TypeFunction', `${path}.js`);
  if (!existsSync(bundle))
    throw new UserError(
      `${bundle} is not built yet; run \`npm run build\`, or settings.buildCommand of ${config}`,
    );
  return { bundle, handler };
}

function refuse(file: string, sentence: string): never {
  throw new UserError(`${file} ${sentence}`);
}
