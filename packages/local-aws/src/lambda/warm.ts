import { cacheFileOf, type HandlerProcess, type Launch, launchProcess } from './process';

/**
 * The processes that handlers run in, kept as Lambda keeps them: one that has answered is frozen and serves the next
 * call, until it is taken away. So a handler meets both: what it left behind in memory, and a process that knows nothing.
 */
export interface WarmProcesses {
  /** The process that served the last turn of such a launch, if it is still there; else a new one. */
  take(launch: Launch): Lease;
  /** Starts the process of the first such turn ahead of it: while it loads the bundle, other things can be done. */
  expect(launch: Launch): void;
  /** Ends them all. */
  stop(): Promise<void>;
}

/** A process for one turn. */
export interface Lease {
  readonly process: HandlerProcess;
  /** After a turn that was answered: it may serve the next one. */
  giveBack(): void;
}

/** @param turnsEach how many turns a process serves; with 1, every turn is a cold start */
export function warmProcesses(
  turnsEach: number,
  launchOne: (launch: Launch) => HandlerProcess = launchProcess,
): WarmProcesses {
  const frozen = new Map<string, { readonly process: HandlerProcess; readonly served: number }>();

  return {
    take(launch) {
      const key = keyOf(launch);
      const { process, served } = frozen.get(key) ?? { process: launchOne(launch), served: 0 };
      frozen.delete(key);
      return {
        process,
        giveBack: () => {
          if (served + 1 < turnsEach) frozen.set(key, { process, served: served + 1 });
          else process.kill('SIGKILL');
        },
      };
    },
    expect(launch) {
      frozen.set(keyOf(launch), { process: launchOne(launch), served: 0 });
    },
    async stop() {
      const last = [...frozen.values()].map(({ process }) => process);
      frozen.clear();
      for (const process of last) process.kill('SIGKILL');
      await Promise.all(last.map(({ exit }) => exit));
    },
  };
}

/** All that a process is started with but its clock, which a turn sets. The build of the bundle is part of it. */
const keyOf = (launch: Launch): string => JSON.stringify([{ ...launch, now: 0 }, cacheFileOf(launch)]);
