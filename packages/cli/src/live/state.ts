import type { NameTraffic, Progress } from '../rehearsal/progress';
import { type Mark, resourceMark } from './resource-mark';

/** Everything that the screen shows. Made from the rehearsal's progress alone. */
export interface LiveState {
  readonly description: string;
  readonly seed: string;
  readonly atSeconds: number;
  /** What is going on now, in a few words. */
  readonly phase: string;
  readonly steps: readonly LiveStep[];
  readonly requests: number;
  readonly failed: number;
  readonly names: readonly LiveName[];
  /** Sides in order of first sight; the timeline draws each in its own way. */
  readonly sides: readonly string[];
}

export interface LiveStep {
  /** One line per key: a resource of a stack changes its mark, a step of the handler stays. */
  readonly key: string;
  readonly atSeconds: number;
  readonly text: string;
  readonly mark: Mark;
}

export interface LiveName extends NameTraffic {
  readonly moments: readonly Moment[];
}

/** What one sample of a name's traffic showed. */
export interface Moment {
  readonly side: string | undefined;
  readonly failed: boolean;
}

export const nothingYet: LiveState = {
  description: '',
  seed: '',
  atSeconds: 0,
  phase: 'setting up',
  steps: [],
  requests: 0,
  failed: 0,
  names: [],
  sides: [],
};

/** The screen after one more piece of progress. */
export function after(state: LiveState, progress: Progress): LiveState {
  switch (progress.kind) {
    case 'started':
      return { ...state, ...started(progress) };
    case 'stack':
      return afterStack(state, progress);
    case 'step':
      return {
        ...state,
        atSeconds: progress.atSeconds,
        phase: progress.text,
        steps: [...state.steps, handlerStep(progress, state.steps.length)],
      };
    case 'phase':
      return { ...state, atSeconds: progress.atSeconds, phase: progress.text };
    case 'traffic':
      return afterTraffic(state, progress);
  }
}

type Of<Kind extends Progress['kind']> = Extract<Progress, { kind: Kind }>;

const started = ({ description, seed, names }: Of<'started'>): Partial<LiveState> => ({
  description,
  seed,
  phase: 'traffic runs',
  names: names.map((name) => ({ name, requests: 0, failed: 0, side: undefined, moments: [] })),
});

const handlerStep = ({ atSeconds, text }: Of<'step'>, n: number): LiveStep => ({
  key: `step ${n}`,
  atSeconds,
  text,
  mark: 'done',
});

function afterStack(state: LiveState, event: Of<'stack'>): LiveState {
  const key = `stack ${event.account} ${event.stack} ${event.logicalId}`;
  const known = state.steps.find((step) => step.key === key);
  const reason = event.reason === undefined ? '' : `: ${event.reason}`;
  const step: LiveStep = {
    key,
    atSeconds: known?.atSeconds ?? event.atSeconds,
    text: `${event.stack}/${event.logicalId} ${event.status}${reason}`,
    mark: resourceMark(event.status),
  };
  return {
    ...state,
    atSeconds: event.atSeconds,
    phase: `stack ${event.stack}: ${event.logicalId} ${event.status}`,
    steps: known ? state.steps.map((each) => (each === known ? step : each)) : [...state.steps, step],
  };
}

function afterTraffic(state: LiveState, { atSeconds, requests, failed, names }: Of<'traffic'>): LiveState {
  const sides = [...new Set([...state.sides, ...names.flatMap(({ side }) => side ?? [])])];
  return {
    ...state,
    atSeconds,
    requests,
    failed,
    sides,
    names: names.map((name) => withMoment(state, name)),
  };
}

function withMoment(state: LiveState, now: NameTraffic): LiveName {
  const before = state.names.find(({ name }) => name === now.name);
  const moment: Moment = { side: now.side, failed: now.failed > (before?.failed ?? 0) };
  return { ...now, moments: [...(before?.moments ?? []), moment] };
}
