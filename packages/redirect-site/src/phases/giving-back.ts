import { formerRecordsWithout } from '../hosts/records';
import type { Move, SiteJournal, Slot } from '../journal';
import { drive, unshown } from '../moves/drive';
import {
  divided,
  hostsOfMove,
  isDone,
  isGoingBack,
  moveUnderWay,
  takeOverOf,
  turned,
  withMove,
} from '../moves/moves';
import { back, FOR_EVER, learn, type Outcome, type Rule, type Scene, to } from './phase';
import { changeRecords } from './records';

/**
 * GIVING_BACK: hosts that are taken over no more go back to the distribution that they came from, before the rules that
 * answer them are replaced.
 */
export const givingBack: Rule = {
  looks: ['distributions', 'records', 'change', 'move'],
  budgetMinutes: FOR_EVER,
  decide: (scene) =>
    giveBack(scene, (move) => hostsToReturn(scene.journal, move)) ??
    to('PUBLISHING', { changeId: undefined }),
};

/** Hosts of no rule any more, or of no `TakeOver`; all of a move that has not come to its end and cannot go on. */
function hostsToReturn({ declared, slots }: SiteJournal, move: Move): readonly string[] {
  const wanted = new Set(slots.flatMap(({ hosts }) => hosts));
  const { source } = move.journal.migration;
  const hosts = hostsOfMove(move);
  const leaving = hosts.filter(
    (host) => !wanted.has(host) || takeOverOf(declared, host, source.distributionId) === undefined,
  );
  if (isDone(move)) return leaving;
  return leaving.length > 0 || ['RESTORING', 'RESTORED'].includes(move.journal.phase) ? hosts : [];
}

/** Undefined when every host is back that has to be. First nobody is led here any more, then the name goes. */
export function giveBack(scene: Scene, toReturn: (move: Move) => readonly string[]): Outcome | undefined {
  const { journal } = scene;
  const underWay = moveUnderWay(journal);
  if (underWay) return goOn(scene, underWay);
  for (const move of journal.moves.filter((each) => !isGoingBack(each))) {
    const hosts = toReturn(move);
    if (hosts.length > 0) return begin(scene, move, hosts);
  }
  return undefined;
}

function begin(scene: Scene, move: Move, hosts: readonly string[]): Outcome {
  const { journal, now } = scene;
  if (isDone(move) && move.keeps) return learn({ ...kept(journal, move, hosts) });
  if (hosts.length < hostsOfMove(move).length) {
    const lastMove = journal.lastMove + 1;
    const { part, rest } = divided(move, hosts, `${journal.siteId}-t${lastMove}`);
    return learn({ lastMove, moves: [...withMove(journal, move, rest).moves, part] });
  }
  const records = changeRecords(scene, { serve: new Map(), leave: hosts });
  if (records) return records;
  const after = turned(move, now);
  return after ? learn(withMove(journal, move, { journal: after })) : ended(journal, move);
}

function goOn(scene: Scene, move: Move): Outcome {
  const outcome = drive(scene, move);
  if (outcome.kind !== 'ended') return outcome;
  const shown = unshown(move);
  if (shown) return shown;
  if (outcome.how === 'done') return ended(scene.journal, move);
  const { message } = outcome;
  return scene.journal.phase === 'REMOVING'
    ? { kind: 'fail', code: 'NotStabilized', message }
    : back(message, 'NotStabilized');
}

/** The names are with their former distribution: what is left of the rules about them waits. */
function ended(journal: SiteJournal, move: Move): Outcome {
  const hosts = hostsOfMove(move);
  const by = move.journal.migration.source.distributionId;
  return learn({
    ...withMove(journal, move, undefined),
    formerRecords: formerRecordsWithout(journal, hosts),
    slots: journal.slots.map((slot) => withHeld(slot, hosts, by)),
  });
}

const withHeld = (slot: Slot, hosts: readonly string[], by: string): Slot => ({
  ...slot,
  keptOut: [
    ...slot.keptOut,
    ...slot.hosts
      .filter((host) => hosts.includes(host))
      .map((host) => ({ host, state: 'AWAITING_DNS', held: { by } }) as const),
  ],
});

/** They stay, and nobody remembers where they came from. */
export function kept(
  journal: Pick<SiteJournal, 'moves' | 'formerRecords'>,
  move: Move,
  hosts: readonly string[],
): Pick<SiteJournal, 'moves' | 'formerRecords'> {
  const isAll = hosts.length === hostsOfMove(move).length;
  const { rest } = divided(move, hosts, move.journal.migrationId);
  return {
    ...withMove(journal, move, isAll ? undefined : rest),
    formerRecords: formerRecordsWithout(journal, hosts),
  };
}
