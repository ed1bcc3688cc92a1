import type { Io } from '../io';
import { sha256 } from '../package/manifest';
import { filesIn } from '../package/zip';
import { releaseKey } from '../promote/promote';
import { UserError } from '../user-error';
import { readText, writeText } from './notes';
import type { ReleasedType, Stage } from './stage';

/** Of the release that was handed on last: the same again would start the next pipeline for nothing. */
const promotedKey = 'receipts/promoted';

/**
 * Hands a release on to the stage after, as it came: nothing is built again on the way.
 * @throws UserError when it holds other packages than those that were tested
 */
export async function promoteOn(stage: Stage, types: readonly ReleasedType[], io: Io): Promise<void> {
  if (stage.nextInbox === undefined) return;
  const { packages } = stage.account(stage.home);
  const release = await packages.get(stage.inbox, releaseKey);
  if (!release) throw new UserError(`there is no ${releaseKey} in ${stage.inbox}: nothing to hand on`);
  const files = filesIn(release);
  for (const { typeName, slug, sha256: digest } of types) {
    const bytes = files[`release/packages/${slug}/${digest}.zip`];
    if (!bytes || sha256(bytes) !== digest)
      throw new UserError(
        `${releaseKey} in ${stage.inbox} has another package of ${typeName} than was tested`,
      );
  }
  const digest = sha256(release);
  if ((await readText(stage, promotedKey)) === digest) return;
  await packages.put(stage.nextInbox, releaseKey, release);
  await writeText(stage, promotedKey, digest);
  io.err(`the release is in ${stage.nextInbox}\n`);
}
