import {
  type Disposition,
  Failure,
  type JournalStore,
  type Parameter,
  type ParameterPort,
} from '@cutover/handler-kit';
import type { Journal, Phase } from './journal';
import type { LockView } from './observed';

/**
 * One lock per alias, as a parameter `lock/<alias>/<epoch>` that names its holder. Put and Delete of SSM carry no
 * expected version, but a put without overwrite is atomic: the highest epoch owns, and whoever takes over a stale
 * lock makes the next. After a lost answer "already exists" may be our own put, so the value decides.
 */
export const LOCK_ROOT = '/cutover/alias-migration/lock';

/** SSM names may not hold a `*`. */
const pathOf = (alias: string): string => `${LOCK_ROOT}/${alias.replace(/^\*\./, '_wildcard.')}`;

/** Epochs are padded, so that the order of names is the order of epochs. */
const epochName = (alias: string, epoch: number): string =>
  `${pathOf(alias)}/${String(epoch).padStart(6, '0')}`;

const newestOf = (epochs: readonly Parameter[]): Parameter | undefined =>
  epochs.reduce<Parameter | undefined>(
    (one, other) => (one && one.name > other.name ? one : other),
    undefined,
  );

export const takenBy = (alias: string, holder: string | undefined, disposition: Disposition): Failure =>
  new Failure(
    'Taken',
    disposition,
    'ResourceConflict',
    `${alias} is locked by migration ${holder ?? 'of somebody else'}.`,
  );

/**
 * One listing for all names: a hundred listings in one turn would be all that SSM answers in seconds.
 * @returns the epochs of each name
 */
async function epochsOf(
  parameters: ParameterPort,
  aliases: readonly string[],
): Promise<{ alias: string; epochs: Parameter[] }[]> {
  const [only, ...others] = aliases;
  if (only === undefined) return [];
  const all = await parameters.list(others.length === 0 ? pathOf(only) : LOCK_ROOT);
  return aliases.map((alias) => ({
    alias,
    epochs: all.filter(({ name }) => name.startsWith(`${pathOf(alias)}/`)),
  }));
}

/** @param id of the migration that asks: its own locks are not stale */
export async function lookAtLocks(
  parameters: ParameterPort,
  journals: Pick<JournalStore<Journal>, 'read'>,
  aliases: readonly string[],
  id: string,
): Promise<LockView[]> {
  const views: LockView[] = [];
  for (const { alias, epochs } of await epochsOf(parameters, aliases)) {
    const newest = newestOf(epochs);
    const epoch = newest ? Number(newest.name.slice(newest.name.lastIndexOf('/') + 1)) : 0;
    const holder = newest?.value;
    const isStale = holder !== undefined && holder !== id && isOver(await journals.read(holder));
    views.push({ alias, epoch, holder, isStale });
  }
  return views;
}

const ENDED: readonly Phase[] = ['PLANNED', 'AWAITING_DNS', 'DONE', 'HALTED', 'RESTORED'];

/** A journal is saved before its locks are taken, so a holder without one is gone. */
const isOver = (journal: Journal | undefined): boolean =>
  journal === undefined || ENDED.includes(journal.phase);

/** Who owns each of the names; a free one is left out. */
export async function lockOwners(
  parameters: ParameterPort,
  aliases: readonly string[],
): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  for (const { alias, epochs } of await epochsOf(parameters, aliases)) {
    const newest = newestOf(epochs);
    if (newest) owners.set(alias, newest.value);
  }
  return owners;
}

/** Takes the next epoch. @throws Failure `Taken` when somebody else was faster. May be called again. */
export async function takeLock(parameters: ParameterPort, lock: LockView, holder: string): Promise<void> {
  const name = epochName(lock.alias, lock.epoch + 1);
  if (await parameters.put(name, holder, false)) return;
  const owner = newestOf(await parameters.list(pathOf(lock.alias)));
  if (owner?.value !== holder) throw takenBy(lock.alias, owner?.value, 'lookAgain');
}

/** Takes away every epoch of the names that `holder` owns; others' are left alone. May be called again. */
export async function releaseLocks(
  parameters: ParameterPort,
  aliases: readonly string[],
  holder: string,
): Promise<void> {
  // Only the owner clears the older epochs: removing the newest one of another would free a lock that is held.
  const ours = (await epochsOf(parameters, aliases)).filter(
    ({ epochs }) => newestOf(epochs)?.value === holder,
  );
  const names = ours.flatMap(({ epochs }) => epochs.map(({ name }) => name));
  if (names.length > 0) await parameters.remove(names);
}
