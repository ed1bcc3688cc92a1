import type { ProgressEvent } from '../stack/type-runtime';
import { type TurnMeter, turnLimitMs } from './meter';
import type { HandlerProcess, Launch } from './process';
import type { WarmProcesses } from './warm';

/** One call of a handler, as Lambda makes it: a process, new or used, an event, an answer. */
export interface TurnOptions extends Launch {
  /** The production payload of CloudFormation. */
  readonly payload: object;
  /** The bundle's export that is called; `entrypoint` when left out. */
  readonly handler?: string;
  readonly meter: TurnMeter;
  /** Where the process comes from, and goes to if it may serve again. */
  readonly processes: WarmProcesses;
  /** A turn that takes longer than this on the wall is a defect, ours or its own. */
  readonly wallLimitMs?: number;
}

export type TurnResult = (
  | { readonly kind: 'answered'; readonly event: ProgressEvent }
  /** A kill fault, or 60 virtual seconds were over. */
  | { readonly kind: 'killed' }
  | { readonly kind: 'crashed'; readonly stderr: string }
) & {
  /** Virtual: latency of its calls and what it slept. */
  readonly tookMs: number;
  /** What the handler printed. */
  readonly log: string;
};

/** What the runner writes on file descriptor 3. */
type Report = { readonly sleptMs: number } & (
  | { readonly kind: 'answered'; readonly event: ProgressEvent }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'crashed'; readonly reason: string }
);

/** Runs one turn to its end. `meter.kill()` ends it at any moment. */
export async function runTurn(options: TurnOptions): Promise<TurnResult> {
  const { meter, processes, now, payload, handler, wallLimitMs = 30_000, ...machine } = options;
  const { process, giveBack } = processes.take({ ...machine, now });
  let killed = false;
  meter.begin(() => {
    killed = true;
    process.kill('SIGKILL');
  });
  const overdue = setTimeout(() => endOverdue(process), wallLimitMs);
  try {
    const { out, err, report } = await process.serve({ now, event: payload, handler });
    const told = report ? (JSON.parse(report) as Report) : undefined;
    const mayServeAgain = told?.kind === 'answered' && !killed;
    if (mayServeAgain) giveBack();
    const exit = mayServeAgain ? '' : await process.exit;
    return { ...outcome(killed, told, err, exit, meter.into()), log: out + err };
  } finally {
    clearTimeout(overdue);
    meter.end();
  }
}

function outcome(killed: boolean, told: Report | undefined, stderr: string, exit: string, chargedMs: number) {
  const tookMs = chargedMs + (told?.sleptMs ?? 0);
  if (killed || told?.kind === 'timeout' || tookMs >= turnLimitMs) {
    return { kind: 'killed', tookMs: Math.min(tookMs, turnLimitMs) } as const;
  }
  if (told?.kind === 'answered') return { kind: 'answered', event: told.event, tookMs } as const;
  const reason = told?.reason ?? `The handler's process ended without an answer (${exit}).`;
  return { kind: 'crashed', stderr: `${reason}\n${stderr}`.trim(), tookMs } as const;
}

/** First asks what it is doing, which a process in an endless loop cannot answer. */
function endOverdue(process: HandlerProcess): void {
  process.kill('SIGTERM');
  setTimeout(() => process.kill('SIGKILL'), 1000).unref();
}
