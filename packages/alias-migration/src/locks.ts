import { type Disposition, Failure, type Parameter, type ParameterPort } from '@cutover/handler-kit';
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

/** @param isStale tells of a holder's id whether its run is over. */
export async function lookAtLock(
  parameters: ParameterPort,
  alias: string,
  isStale: (holder: string) => Promise<boolean>,
): Promise<LockView> {
  const newest = newestOf(await parameters.list(pathOf(alias)));
  if (!newest) return { alias, epoch: 0, holder: undefined, isStale: false };
  const epoch = Number(newest.name.slice(newest.name.lastIndexOf('/') + 1));
  return { alias, epoch, holder: newest.value, isStale: await isStale(newest.value) };
}

/** Who owns each of the names; a free one is left out. One listing for all, as it comes before each change. */
export async function lockOwners(
  parameters: ParameterPort,
  aliases: readonly string[],
): Promise<Map<string, string>> {
  const all = await parameters.list(LOCK_ROOT);
  const owners = new Map<string, string>();
  for (const alias of aliases) {
    const newest = newestOf(all.filter((parameter) => parameter.name.startsWith(`${pathOf(alias)}/`)));
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
  for (const alias of aliases) {
    const epochs = await parameters.list(pathOf(alias));
    // Only the owner clears the older epochs: removing the newest one of another would free a lock that is held.
    if (newestOf(epochs)?.value === holder)
      await parameters.remove(epochs.map((parameter) => parameter.name));
  }
}
