import { enumerate } from '../hosts/names';
import { formerAt } from '../hosts/records';
import { readyHosts } from '../hosts/slots';
import type { Coming, Move, SiteJournal } from '../journal';
import { drive, type Ended, unshown } from '../moves/drive';
import { migrationOfHosts, together } from '../moves/migration';
import { hostsOfMove, isDone, moveUnderWay, withMove } from '../moves/moves';
import type { SiteDistribution } from '../port';
import {
  DEPLOYMENT_POLL_SECONDS,
  FOR_EVER,
  learn,
  type Outcome,
  type Rule,
  type Scene,
  spreading,
  to,
  wait,
} from './phase';

/**
 * TAKING_OVER: hosts that another distribution serves come here, by a migration of aliases for each distribution. The
 * site answers for them already, at every edge: its function is live, its distribution deployed and under a certificate
 * of theirs. A migration that fails has put the names back where they were.
 */
export const takingOver: Rule = {
  looks: ['function', 'distributions', 'records', 'move'],
  // The migration has bounds of its own, phase by phase.
  budgetMinutes: FOR_EVER,
  decide: (scene) => {
    const { journal } = scene;
    const underWay = moveUnderWay(journal);
    if (underWay) {
      const outcome = drive(scene, underWay);
      return outcome.kind === 'ended' ? over(scene, underWay, outcome) : outcome;
    }
    const finished = journal.moves.find(({ isShown }) => isShown);
    if (finished) return unshown(finished) ?? to('RECORDS');
    return next(scene) ?? to('RECORDS', { coming: [] });
  },
};

/** It has not come to its end; names are where they came from, or as near as its message says. */
function over({ journal }: Scene, move: Move, { how, message }: Ended): Outcome {
  const shown = unshown(move);
  if (shown) return shown;
  const isBlocked = how === 'failed' && move.journal.phase !== 'RESTORED';
  const hosts = enumerate(hostsOfMove(move));
  const because = {
    code: move.journal.because?.code ?? 'InvalidRequest',
    message: `TakeOver: ${hosts} could not be taken over from ${move.journal.migration.source.distributionId}. ${message}`,
  } as const;
  if (isBlocked) return { kind: 'fail', ...because };
  return to('FAILED', {
    ...withMove(journal, move, undefined),
    because: { ...because, at: move.journal.phaseSince },
    coming: [],
    slotsBefore: undefined,
  });
}

/** The next hosts that can come; undefined: all have, or are kept out. */
function next(scene: Scene): Outcome | undefined {
  const { journal, observed, now } = scene;
  for (const coming of journal.coming.flatMap((each) => together(journal, each)))
    for (const slot of journal.slots) {
      const there = observed.distributions?.get(slot.n);
      const ready = readyHosts(slot).filter((host) => coming.hosts.includes(host));
      const hosts = there
        ? ready.filter((host) => !there.aliases.includes(host) && !isMoved(journal, host))
        : [];
      if (there && hosts.length > 0) return unready(scene) ?? begin(scene, { ...coming, hosts }, there, now);
    }
  return undefined;
}

/** One look may be older than the move. */
const isMoved = ({ moves }: SiteJournal, host: string): boolean =>
  moves.some((move) => isDone(move) && hostsOfMove(move).includes(host));

/** Not before every edge would answer the hosts by the rules. */
function unready(scene: Scene): Outcome | undefined {
  const { live, distributions } = scene.observed;
  const busy = [...(distributions?.values() ?? [])].find(({ deployed }) => !deployed);
  if (busy) return wait(`the distribution ${busy.id} to deploy`, DEPLOYMENT_POLL_SECONDS);
  if (live?.status === 'IN_PROGRESS') return wait('every edge to run the function', DEPLOYMENT_POLL_SECONDS);
  return spreading(scene);
}

function begin({ journal, observed }: Scene, coming: Coming, there: SiteDistribution, now: number): Outcome {
  const target = { id: there.id, accountId: there.arn.split(':')[4] ?? '' };
  const lastMove = journal.lastMove + 1;
  const keeps = journal.declared.TakeOver?.[coming.place]?.DeletionBehavior === 'KEEP';
  const move: Move = { journal: migrationOfHosts(journal, coming, target, lastMove, now), keeps };
  return learn({
    lastMove,
    moves: [...journal.moves, move],
    formerRecords: [
      ...journal.formerRecords,
      ...formerAt(journal, observed.records ?? new Map(), coming.hosts),
    ],
  });
}
