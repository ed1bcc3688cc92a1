/**
 * What the turn that runs has cost so far. Turns never overlap, so one meter serves them all: the wire charges each
 * call's latency here, and has the turn killed here.
 */
export interface TurnMeter {
  /** Charged so far into this turn, in ms; 0 outside a turn. */
  into(): number;
  isRunning(): boolean;
  /** Past the limit, the turn is killed, as Lambda does with a function that is too slow. */
  charge(ms: number): void;
  /** Kills the turn that runs, if one does. */
  kill(): void;
  /** @param onKill ends the turn's process */
  begin(onKill: () => void): void;
  end(): void;
}

/** CloudFormation gives a handler 60 seconds a call. */
export const turnLimitMs = 60_000;

export function meterOf(limitMs = turnLimitMs): TurnMeter {
  let chargedMs = 0;
  let onKill: (() => void) | undefined;
  const kill = (): void => onKill?.();
  return {
    into: () => (onKill ? chargedMs : 0),
    charge: (ms) => {
      if (!onKill) return;
      chargedMs += ms;
      if (chargedMs >= limitMs) kill();
    },
    isRunning: () => onKill !== undefined,
    kill,
    begin: (killer) => {
      if (onKill)
        throw new Error('A turn of a handler begins while another one runs; turns must not overlap.');
      chargedMs = 0;
      onKill = killer;
    },
    end: () => {
      onKill = undefined;
    },
  };
}
