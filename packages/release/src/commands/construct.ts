import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { constructOf } from '../construct/construct';
import type { Io } from '../io';
import { findProjects } from '../project/type-project';
import { exitCodesHelp } from '../user-error';

const help = `
Example:
  $ npx release construct AwsCommunity::CloudFront::AliasMigration --out lib
`;

export function constructCommand(io: Io): Command {
  return new Command('construct')
    .description('Write a construct of AWS CDK for each type: a module and its types, made of the schema.')
    .argument('[types...]', 'names of types, or their folders (default: every type of this repository)')
    .option('--out <folder>', 'where they go', '.')
    .addHelpText('after', help + exitCodesHelp)
    .action((names: string[], { out }: { readonly out: string }) => {
      mkdirSync(resolve(io.folder, out), { recursive: true });
      for (const { slug, schema } of findProjects(io.folder, names)) {
        const { module, declaration } = constructOf(schema);
        writeFileSync(resolve(io.folder, out, `${slug}.js`), module);
        writeFileSync(resolve(io.folder, out, `${slug}.d.ts`), declaration);
        io.out(`${join(out, slug)}.js, .d.ts\n`);
      }
    });
}
