import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LocalAws, TypeRegistration, TypeRuntime, TypeSchema } from '@cutover/local-aws';
import { UserError } from '../user-error';
import type { Turn } from './record/stage-log';

/** The workspaces that hold a registry type; each is a package named like its folder. */
export const typePackages = ['awscommunity-cloudfront-aliasmigration', 'awscommunity-redirect-site'];

export const folderOfType = (name: string): string => dirname(require.resolve(`${name}/package.json`));

/** The types of this repository as CloudFormation has them once they are activated: schema and built bundle. */
export const registeredTypes = (aws: LocalAws, onTurn: OnTurn): TypeRegistration[] =>
  typePackages.map((name) => {
    const folder = folderOfType(name);
    const schema = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as TypeSchema;
    const bundle = join(folder, 'build', 'TypeFunction', 'dist', 'handlers.js');
    if (!existsSync(bundle)) throw new UserError(`${bundle} is not built yet; run \`npm run build\``);
    return { typeName: schema.typeName, schema, runtime: overheard(aws.runtimeOf(bundle), onTurn) };
  });

/** Told of each turn that was answered, with the clock standing still until it is done. */
export type OnTurn = (turn: Turn) => void | Promise<void>;

const overheard = (runtime: TypeRuntime, onTurn: OnTurn): TypeRuntime => ({
  invoke: async (payload) => {
    const turn = await runtime.invoke(payload);
    if (turn.kind === 'answered') await onTurn({ payload, event: turn.event });
    return turn;
  },
});
