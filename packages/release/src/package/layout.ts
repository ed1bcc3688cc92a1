import { type Files, zipOf } from './zip';

/** What a package is made of, by path below the type's folder, and below build/TypeFunction for `build`. */
export interface Sources {
  /** `.rpdk-config`, `src/**`, `inputs/**`, `overrides.json` where there is one. */
  readonly folder: Files;
  readonly schema: Uint8Array;
  readonly build: Files;
}

/** CloudFormation's own marker of who packed; the version that the layout was compared with. */
const metadata = `{"cli-version": "0.2.41"}`;

const isPacked = (path: string): boolean =>
  path === '.rpdk-config' || path === 'overrides.json' || /^(src|inputs)\//.test(path);

/**
 * The layout that `cfn submit` makes of a TypeScript type: the code as an archive in the archive, beside the schema,
 * the settings, the inputs of the contract tests and the sources. Role, README and docs stay outside.
 */
export function packageOf({ folder, schema, build }: Sources): Uint8Array {
  const kept = Object.entries(folder).filter(([path]) => isPacked(path));
  const { typeConfiguration } = JSON.parse(textOf(schema)) as { readonly typeConfiguration?: object };
  return zipOf({
    ...Object.fromEntries(kept),
    'schema.json': schema,
    '.cfn_metadata.json': bytesOf(metadata),
    'ResourceProvider.zip': zipOf(build),
    ...(typeConfiguration && {
      'configuration-schema.json': bytesOf(JSON.stringify(typeConfiguration, undefined, 4)),
    }),
  });
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
