import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Knobs } from '@cutover/local-aws';
import { accountId, before, nothingBefore, origin, parseYaml } from '../rehearsal/folder';
import { knobs } from '../rehearsal/knobs';
import { checkSetting } from '../rehearsal/references';
import type { Setting } from '../rehearsal/rehearsal';
import { mapOf, optional, record, required } from '../rehearsal/shape';
import { UserError } from '../user-error';

/** What a contract run begins with. */
export interface ContractSetting extends Setting {
  /** Departures from the quick AWS that the suite runs on. */
  readonly knobs: Partial<Knobs>;
}

/** An account number that AWS's own documentation uses. */
const onlyAccount = { default: '111122223333' };

const contract = record<Omit<ContractSetting, 'folder'>>({
  accounts: required(mapOf(accountId)),
  before: optional(before, nothingBefore),
  origins: optional(mapOf(origin), () => ({})),
  knobs: optional(knobs, () => ({})),
});

/**
 * What there is before the suite begins. FOLDER/test/contract.yml says it in the words of a rehearsal.yml: accounts (the
 * suite runs in the first), seeds and stacks, origins, knobs. Without it, one account with FOLDER/test/setup.yml deployed, as
 * the registry does it; without that too, an empty account.
 */
export function readSetting(projectFolder: string): ContractSetting {
  const folder = join(projectFolder, 'test');
  const file = join(folder, 'contract.yml');
  if (!existsSync(file)) return settingOfOneStack(folder);
  const setting = { folder, ...contract(parseYaml(file), { file, path: '' }) };
  if (Object.keys(setting.accounts).length === 0)
    throw new UserError(`${file}: accounts is empty; the suite needs one to run in`);
  checkSetting(setting, file);
  return setting;
}

function settingOfOneStack(folder: string): ContractSetting {
  const hasSetup = existsSync(join(folder, 'setup.yml'));
  const stack = { account: 'default', stack: 'contract-setup', template: 'setup.yml', parameters: {} };
  const stacks = hasSetup ? [stack] : [];
  return { folder, accounts: onlyAccount, before: { ...nothingBefore(), stacks }, origins: {}, knobs: {} };
}

/** Where the suite runs: in the first account. */
export const homeOf = ({ accounts }: ContractSetting): { accountId: string; region: string } => ({
  accountId: Object.values(accounts)[0]!,
  region: 'us-east-1',
});
