import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { answersTo } from '../answers';
import { constructOf } from '../construct/construct';
import type { Io } from '../io';
import { findProjects } from '../project/type-project';
import { exitCodesHelp } from '../user-error';

const help = `
Example:
  $ npx release construct AwsCommunity::CloudFront::AliasMigration --out lib
`;

interface ConstructOptions {
  readonly out: string;
  readonly json?: boolean;
}

export function constructCommand(io: Io): Command {
  return new Command('construct')
    .description('Write a construct of AWS CDK for each type: a module and its types, made of the schema.')
    .argument('[types...]', 'names of types, or their folders (default: every type of this repository)')
    .option('--out <folder>', 'where they go', '.')
    .option('--json', 'print the files as JSON')
    .addHelpText('after', help + exitCodesHelp)
    .action((names: string[], options: ConstructOptions) => {
      const { out } = options;
      const answers = answersTo(io, options);
      mkdirSync(resolve(io.folder, out), { recursive: true });
      for (const { slug, schema } of findProjects(io.folder, names)) {
        const { module, declaration } = constructOf(schema);
        writeFileSync(resolve(io.folder, out, `${slug}.js`), module);
        writeFileSync(resolve(io.folder, out, `${slug}.d.ts`), declaration);
        const files = [`${slug}.js`, `${slug}.d.ts`].map((name) => join(out, name));
        answers.add({ typeName: schema.typeName, files }, `${join(out, slug)}.js, .d.ts\n`);
      }
      answers.end();
    });
}
