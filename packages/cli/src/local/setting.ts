import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { accountId, before, nothingBefore, origin, parseYaml } from '../rehearsal/folder';
import { checkSetting } from '../rehearsal/references';
import type { Setting } from '../rehearsal/rehearsal';
import { mapOf, optional, type Reader, record, required } from '../rehearsal/shape';
import { UserError } from '../user-error';
import type { Accounts } from './profiles';

/** What a local AWS begins with: what a rehearsal folder has before its deployments, or empty accounts. */
export const settingFor = (folder: string | undefined, accounts: Accounts): Setting =>
  folder === undefined ? { folder: '.', accounts, before: nothingBefore(), origins: {} } : settingOf(folder);

/** Nobody deploys and nobody asks here, so what a rehearsal says of that is not looked at, and may be missing. */
const passedOver: Reader<unknown> = (value) => value;

const setting = record<Omit<Setting, 'folder'> & Record<string, unknown>>({
  accounts: required(mapOf(accountId)),
  before: optional(before, nothingBefore),
  origins: optional(mapOf(origin), () => ({})),
  description: optional(passedOver, () => undefined),
  deploy: optional(passedOver, () => undefined),
  traffic: optional(passedOver, () => undefined),
  expect: optional(passedOver, () => undefined),
});

function settingOf(folder: string): Setting {
  const file = join(folder, 'rehearsal.yml');
  if (!existsSync(folder)) throw new UserError(`${folder}: there is no such folder`);
  if (!existsSync(file)) throw new UserError(`${folder}: there is no rehearsal.yml in this folder`);
  const { accounts, before, origins } = setting(parseYaml(file), { file, path: '' });
  const read = { folder, accounts, before, origins };
  checkSetting(read, file);
  return read;
}
