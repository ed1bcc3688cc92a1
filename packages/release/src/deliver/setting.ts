import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Identity, identityOf, type RegistryAccount, registryAccount } from '@cutover/aws-adapter';
import { toolsFolder } from '../tools-folder';
import { UserError } from '../user-error';
import type { ProdSettings } from './prod/settings';
import { type Environment, environments, type Stage } from './stage';

/** What the pipeline says in its environment, and a person by options. */
export interface StageOptions {
  readonly env?: string;
  readonly namespace?: string;
  readonly inbox?: string;
  readonly nextInbox?: string;
  readonly profile?: string;
  readonly region?: string;
}

const usualHome = 'us-east-1';

/** @throws UserError where something of it is missing */
export async function stageOf(options: StageOptions): Promise<Stage> {
  const env = environmentOf(options.env);
  const namespace = said(options.namespace, 'RELEASE_NAMESPACE', 'namespace').toLowerCase();
  const inbox = said(options.inbox, 'RELEASE_INBOX', 'inbox');
  const { accountId, home, account } = await placeOf(options);
  const { TypeRoleArn } = await outputsOf(account(home), `${namespace}-${env}-roles`, 'release/roles.json');
  return {
    env,
    namespace,
    accountId,
    home,
    inbox,
    nextInbox: options.nextInbox || process.env.RELEASE_NEXT_INBOX || undefined,
    typeRoleArn: TypeRoleArn ?? '',
    account,
  };
}

/** An account, with the keys that open it. */
export interface Place extends Pick<Stage, 'accountId' | 'home' | 'account'> {
  readonly credentials: Identity['credentials'];
}

/** The account of a profile, region by region. */
export async function placeOf({ profile, region }: Pick<StageOptions, 'profile' | 'region'>): Promise<Place> {
  const { credentials, accountId } = await identityOf(profile);
  const accounts = new Map<string, RegistryAccount>();
  const account = (place: string): RegistryAccount => {
    if (!accounts.has(place)) accounts.set(place, registryAccount({ credentials, region: place }));
    return accounts.get(place)!;
  };
  return { credentials, accountId, home: region ?? process.env.AWS_REGION ?? usualHome, account };
}

export function environmentOf(option: string | undefined): Environment {
  const env = said(option, 'RELEASE_ENV', 'env');
  const found = environments.find((each) => each === env);
  if (!found) throw new UserError(`there is no stage ${env}; there are ${environments.join(', ')}`);
  return found;
}

function said(option: string | undefined, variable: string, name: string): string {
  const value = option ?? process.env[variable];
  if (!value) throw new UserError(`say --${name}, or set ${variable}, as the pipeline does`);
  return value;
}

/** @throws UserError where the stack is not deployed */
async function outputsOf(
  { stacks }: RegistryAccount,
  name: string,
  file: string,
): Promise<Readonly<Record<string, string>>> {
  const stack = await stacks.find(name);
  if (!stack) throw new UserError(`there is no stack ${name}: deploy ${file} once, see docs/release.md`);
  return stack.outputs;
}

/** What only prod has. */
export async function prodSettings(
  stage: Stage,
  root: string,
  { publish, waveSize }: Pick<ProdSettings, 'publish' | 'waveSize'>,
): Promise<ProdSettings> {
  const account = stage.account(stage.home);
  const file = 'release/stack-set-roles.yml';
  const outputs = await outputsOf(account, `${stage.namespace}-prod-stack-set-roles`, file);
  const publisherId = await account.types.publisherId();
  if (publish && publisherId === undefined)
    throw new UserError('the account is no publisher: deploy release/publisher.yml in every region first');
  const { AdministrationRoleArn = '', ExecutionRoleName = '', TestLogs = '' } = outputs;
  return {
    publish,
    waveSize,
    publisherId,
    template: templateIn(root, 'publish.yml'),
    administrationRoleArn: AdministrationRoleArn,
    executionRoleName: ExecutionRoleName,
    logBucket: TestLogs,
  };
}

/** Of the repository that is released, or else of the one that this tool is in. */
function templateIn(root: string, name: string): string {
  const own = join(root, 'release', name);
  return readFileSync(existsSync(own) ? own : join(toolsFolder(), 'release', name), 'utf8');
}
