import { type Command, InvalidArgumentError, Option } from 'commander';
import { approvalOf } from '../deliver/approval';
import { readPublished } from '../deliver/prod/published';
import { type ProdPlan, planInRegions } from '../deliver/run';
import { prodSettings, type StageOptions } from '../deliver/setting';
import type { ReleasedType, Stage } from '../deliver/stage';
import type { Io } from '../io';
import { UserError } from '../user-error';
import { regionsOf } from './regions';

/** What a person says of a delivery that may reach prod, or the pipeline in its environment. */
export interface ProdOptions extends StageOptions {
  readonly json?: boolean;
  readonly regions?: string;
  readonly publish?: 'on' | 'off';
  readonly approved?: string;
  readonly wave: number;
}

/** Options of every command that can publish. @param of what the inbox is of */
export const publishing = (command: Command, of: string): Command =>
  command
    .option('--namespace <name>', 'first part of the names of stacks (default: RELEASE_NAMESPACE)')
    .option('--inbox <bucket>', `${of} (default: RELEASE_INBOX)`)
    .addOption(new Option('--publish <switch>', 'default: RELEASE_PUBLISH, or off').choices(['on', 'off']))
    .option('--regions <list>', 'of prod; with commas between (default: release/regions.json)')
    .option('--wave <number>', 'of prod; regions at once', wholeNumber, 4)
    .option('--json', 'print the outcome as JSON')
    .option('--profile <name>', 'of ~/.aws/config')
    .option('--region <region>', 'of the inbox (default: AWS_REGION, or us-east-1)');

export const isPublishing = ({ publish }: Pick<ProdOptions, 'publish'>): boolean =>
  (publish ?? process.env.RELEASE_PUBLISH) === 'on';

/** What prod is to do, and with what. @throws UserError for another release than the approved one */
export async function prodPlan(
  stage: Stage,
  types: readonly ReleasedType[],
  options: ProdOptions,
  io: Io,
): Promise<ProdPlan> {
  const publish = isPublishing(options);
  const regions = regionsOf(io.folder, options.regions);
  const approval = approvalOf(types, regions);
  // An empty word, which the pipeline hands on when it has lost it, approves nothing.
  const approved = options.approved ?? process.env.RELEASE_APPROVED;
  if (approved !== undefined && approved !== approval)
    throw new UserError(`this is ${approval}, and not what was approved: ${approved}`);
  const settings = await prodSettings(stage, io.folder, { publish, waveSize: options.wave });
  const published = await readPublished(stage);
  const lines = await planInRegions(stage.account, regions, settings.publisherId, types, published);
  return { settings, lines };
}

export function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('it must be a whole number from 1 on.');
  return Number(text);
}
