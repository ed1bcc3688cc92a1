import type { Journal } from './journal';
import { enumerate } from './names';
import { wayOf } from './strategies';

/** How the names get back to where they were, from one point of a run. */
export interface WayBack {
  /** A few words: what somebody has to do. */
  readonly short: string;
  readonly how: string;
}

/** The way back as `phases/restore.ts` would take it from here, in words for people. Pure. */
export function wayBackAt(journal: Journal): WayBack {
  const { phase, touched } = journal;
  if (!touched && phase !== 'DONE') return { short: 'None needed', how: 'Nothing has been changed.' };
  switch (phase) {
    case 'DONE':
      return ofFinished(journal);
    case 'RESTORED':
      return { short: 'None needed', how: outcomeOf(journal) };
    case 'HALTING':
      return {
        short: 'It is halting',
        how: 'The wave that did not pass goes back to the source, by itself.',
      };
    case 'HALTED':
      return {
        short: 'Set OnFailure to RESTORE, then delete',
        how: `It was halted as declared. With OnFailure RESTORE a delete does this: ${road(journal)} An update goes on where it stopped.`,
      };
    case 'RETURNING':
    case 'RESTORING':
      return { short: 'It is being taken', how: `${road(journal)} One change a turn, by itself.` };
    case 'FREEING':
      return {
        short: 'None',
        how: `${namesOf(journal)} are being released as DeletionBehavior asks; to serve them again, add them to a distribution.`,
      };
    case 'SETTLING':
      // Nothing that the settling meets turns it back; only a delete does.
      return { short: 'Delete the resource', how: road(journal) };
    default:
      // A bad answer or a phase that takes too long sets it off, and so does a delete.
      return { short: 'By itself on trouble, or delete the stack', how: road(journal) };
  }
}

/** The resource is gone, and with it all that remembered where the names came from. */
export const wayBackOnceForgotten = ({ migration }: Journal): WayBack => ({
  short: 'Declare a move back',
  how: `The migration is forgotten, so nothing goes back by itself. Declare another AliasMigration from ${migration.target.distributionId} to ${migration.source.distributionId}.`,
});

const namesOf = ({ migration }: Journal): string => enumerate(migration.aliases);

function outcomeOf({ strays = [], migration }: Journal): string {
  const back = migration.aliases.filter((alias) => !strays.includes(alias));
  const others =
    strays.length > 0 ? ` ${enumerate(strays)} is held by somebody else by now and was left there.` : '';
  const names = back.length > 0 ? `Back on ${migration.source.distributionId}: ${enumerate(back)}.` : '';
  return `${names}${others}`.trim();
}

/** A delete does what DeletionBehavior says, and that may be changed by an update of a finished migration. */
function ofFinished(journal: Journal): WayBack {
  const { deletionBehavior, source, target } = journal.migration;
  const condition = `${source.distributionId} must still be there and enabled.`;
  if (deletionBehavior === 'RESTORE_SOURCE')
    return { short: 'Delete the resource', how: `A delete does this: ${road(journal)} ${condition}` };
  const asDeclared =
    deletionBehavior === 'KEEP'
      ? `leaves ${namesOf(journal)} on ${target.distributionId}`
      : `takes ${namesOf(journal)} off ${target.distributionId}`;
  return {
    short: 'Set DeletionBehavior to RESTORE_SOURCE, then delete',
    how: `As declared (${deletionBehavior}) a delete ${asDeclared}. With RESTORE_SOURCE it does this: ${road(journal)} ${condition}`,
  };
}

/** The road itself: what is changed, in order, and who serves meanwhile. */
const road = (journal: Journal): string => wayOf(journal).wayBack(journal);
