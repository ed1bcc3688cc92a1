import {
  type Journal,
  type Migration,
  migrationDomain,
  migrationJournals,
  type Ports,
} from '@cutover/alias-migration';
import type { Instant } from '@cutover/ground';
import { type Opening, type TurnResult, takeTurn } from '@cutover/handler-kit';
import { advance, nextChangeAt, type World } from '@cutover/local-aws';
import { type Marks, marking } from './marks';
import { type AskAs, type Health, Killed, lineTo, parametersInProcess, portsInProcess } from './port';

/** The longest runs take a hundred turns here, with five faults too; ten times as many mean that it never ends. */
export const TURNS_MAX = 1000;
/** How long CloudFormation waits before it calls a handler again that died. */
export const AFTER_KILL_SECONDS = 1;

export type Open = (stored: Journal | undefined) => Opening<Journal>;

/** A world, and who has to be there at every instant of it. */
export interface Time {
  readonly world: World;
  readonly look: () => void;
  /** Somebody who acts by the clock. */
  readonly other?: { nextAt(): Instant | undefined; act(): void };
}

export interface Turn extends Time {
  readonly id: string;
  /** Whose keys the handler has. */
  readonly asker: AskAs;
  readonly health: Health;
  readonly open: Open;
  readonly seenRevision: number;
  readonly marks?: Marks;
}

/** One turn, and the time that its calls have cost. */
export async function turnIn(turn: Turn): Promise<TurnResult<Journal> | 'killed'> {
  const { id, world, asker, health, look, open, seenRevision, marks } = turn;
  const line = lineTo(world, look);
  const store = migrationJournals(parametersInProcess(line, asker));
  const portsFor = keptByRoles((migration) => portsInProcess(world, line, migration, health, asker));
  const bare = migrationDomain(portsFor, store);
  const domain = marks ? marking(bare, marks) : bare;
  const result = await survived(() => takeTurn({ domain, store, id, open, seenRevision, now: world.now }));
  pass(turn, line.spentMs());
  return line.isDead() ? 'killed' : result;
}

/** A role is assumed once in a turn, as the handler does; the legs of an update may have different ones. */
function keptByRoles(make: (migration: Migration) => Ports): (migration: Migration) => Ports {
  const made = new Map<string, Ports>();
  return (migration) => {
    const { source, dns, externalDns } = migration;
    const roles = JSON.stringify([source, dns ?? externalDns].map((end) => [end?.roleArn, end?.externalId]));
    const ports = made.get(roles) ?? make(migration);
    made.set(roles, ports);
    return ports;
  };
}

async function survived<T>(turn: () => Promise<T>): Promise<T | 'killed'> {
  try {
    return await turn();
  } catch (error) {
    if (error instanceof Killed) return 'killed';
    throw error;
  }
}

/** Lets time pass change by change, so that no instant is missed. */
export function pass({ world, look, other }: Time, ms: number): void {
  const until = world.now + ms;
  const nextAt = (): Instant =>
    Math.min(...[nextChangeAt(world), other?.nextAt()].map((at) => at ?? Number.POSITIVE_INFINITY));
  for (let at = nextAt(); at <= until; at = nextAt()) {
    advance(world, at);
    other?.act();
    look();
  }
  advance(world, until);
}

/** What is still on its way arrives, so that the end is the end. */
export function settle({ world, look }: Time): void {
  for (let at = nextChangeAt(world); at !== undefined; at = nextChangeAt(world)) {
    advance(world, at);
    look();
  }
}
