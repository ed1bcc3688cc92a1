import type { Operation } from '../world/operation';
import { operations } from '../world/operations';
import { callFaults, handlerFaults } from './catalogue';
import type { FaultKind, Settings } from './kind';

/** A kind of fault as people choose it. */
export interface FaultListing {
  /** How its point is written: `service.Operation.lost`, or `handler.kill.before`. */
  readonly point: string;
  readonly sentence: string;
  readonly settings: Settings;
  /** The operations that it can strike, as `service.Operation`; left out, it is every one. */
  readonly strikes?: readonly string[];
}

/** Every operation of the local AWS that this kind of fault can strike. */
export const strikableBy = (kind: FaultKind): Operation[] =>
  [...operations.values()].filter(({ service, name }) => kind.canStrike?.(service, name) ?? true);

/** The whole catalogue, in its order. */
export const listFaults = (): FaultListing[] => [
  ...[...callFaults.values()].map((kind) => ({
    ...listed(`service.Operation.${kind.kind}`, kind),
    ...(kind.canStrike && { strikes: strikableBy(kind).map(({ service, name }) => `${service}.${name}`) }),
  })),
  ...[...handlerFaults.values()].map((kind) => listed(`handler.${kind.kind}`, kind)),
];

const listed = (point: string, { sentence, settings }: FaultKind): FaultListing => ({
  point,
  sentence,
  settings,
});

/** One line per kind of fault, for help texts. */
export const describeFaults = (): string =>
  listFaults()
    .map(({ point, sentence, settings }) => {
      const words = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
      return `  ${point}: ${sentence}${words.length ? ` (${words.join(', ')})` : ''}`;
    })
    .join('\n');
