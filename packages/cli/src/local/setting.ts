import { nothingBefore, readFolder } from '../rehearsal/folder';
import type { Setting } from '../rehearsal/rehearsal';
import type { Accounts } from './profiles';

/** What a local AWS begins with: what a rehearsal folder has before its deployments, or empty accounts. */
export const settingFor = (folder: string | undefined, accounts: Accounts): Setting =>
  folder === undefined ? { folder: '.', accounts, before: nothingBefore(), origins: {} } : readFolder(folder);
