import { cacheFileOf, type HandlerProcess, type Launch, launchProcess } from './process';

/**
 * Has the next turn's process ready before the turn is due: to start one and to load the bundle takes longer than most
 * turns. It serves one turn like any other process, so nothing is carried from one turn to the next.
 */
export interface SpareProcess {
  /** A process for one turn: the spare if it was made for such a launch, else a new one. */
  take(launch: Launch): HandlerProcess;
  /** Starts the process of the next turn, which is likely to be like the last one. */
  prepare(launch: Launch): void;
  /** Ends the spare for good. */
  stop(): Promise<void>;
}

export function spareProcess(launchOne: (launch: Launch) => HandlerProcess = launchProcess): SpareProcess {
  let spare: { readonly key: string; readonly process: HandlerProcess } | undefined;
  let isStopped = false;

  const drop = async (): Promise<void> => {
    const last = spare?.process;
    spare = undefined;
    last?.kill('SIGKILL');
    await last?.exit;
  };

  return {
    take(launch) {
      if (spare?.key !== keyOf(launch)) return launchOne(launch);
      const { process } = spare;
      spare = undefined;
      return process;
    },
    prepare(launch) {
      if (isStopped) return;
      void drop();
      spare = { key: keyOf(launch), process: launchOne(launch) };
    },
    stop() {
      isStopped = true;
      return drop();
    },
  };
}

/** All that a process is started with but its clock, which a turn sets. The build of the bundle is part of it. */
const keyOf = (launch: Launch): string => JSON.stringify([{ ...launch, now: 0 }, cacheFileOf(launch)]);
