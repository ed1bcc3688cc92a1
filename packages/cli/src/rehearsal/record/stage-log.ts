import {
  type Journal,
  migrationJournals,
  type WayBack,
  wayBackAt,
  wayBackOnceForgotten,
} from '@cutover/alias-migration';
import type { JournalStore } from '@cutover/handler-kit';
import type { ProgressEvent, TypePayload, World } from '@cutover/local-aws';
import type { Stage } from '@cutover/report';
import { parametersOf } from './parameters';

/** One turn of a type's handler: what CloudFormation sent, what it answered. */
export interface Turn {
  readonly payload: TypePayload;
  readonly event: ProgressEvent;
}

/** What is known of one migration by its newest turn. */
interface Known {
  readonly id: string | undefined;
  /** The last journal that was there; none for a run that was refused at once. */
  readonly journal: Journal | undefined;
  readonly wayBack: WayBack;
}

const untouched: WayBack = { short: 'None needed', how: 'Nothing has been changed.' };

/**
 * Where each migration stands after each turn, and the way back from there: read from the journal that the handler
 * itself has written, which is all that a way back would have to go by.
 */
export class StageLog {
  readonly stages: Stage[] = [];
  private readonly known = new Map<string, Known>();
  private readonly journals: JournalStore<Journal>;

  constructor(world: World) {
    this.journals = migrationJournals(parametersOf(world));
  }

  async onTurn({ payload, event }: Turn, t: number): Promise<void> {
    const of = payload.requestData.logicalResourceId;
    const before = this.known.get(of);
    const id = migrationIdIn(event.resourceModel) ?? migrationIdIn(payload.requestData.resourceProperties);
    const now = await this.standing(before, id ?? before?.id);
    this.known.set(of, now);
    const phase = now.journal?.phase ?? 'PREFLIGHT';
    this.note({ t, of, phase, says: withoutDeadline(event.message ?? ''), wayBack: now.wayBack });
  }

  /** The ways back at the end, by migration. */
  wayBacks(): ReadonlyMap<string, WayBack> {
    return new Map([...this.known].map(([of, { wayBack }]) => [of, wayBack]));
  }

  private async standing(before: Known | undefined, id: string | undefined): Promise<Known> {
    const journal = id === undefined ? undefined : await this.journals.read(id);
    if (journal) return { id, journal, wayBack: wayBackAt(journal) };
    if (!before?.journal) return { id, journal: undefined, wayBack: untouched };
    // A journal that is gone after the names went back, or before they left, has nothing more to tell.
    const { phase, touched } = before.journal;
    const isOver = phase === 'RESTORED' || phase === 'PLANNED' || !touched;
    return { ...before, id, wayBack: isOver ? before.wayBack : wayBackOnceForgotten(before.journal) };
  }

  /** Seconds that run down are no news. */
  private note(stage: Stage): void {
    const last = this.stages.findLast(({ of }) => of === stage.of);
    const isNews =
      last?.phase !== stage.phase ||
      last.wayBack.how !== stage.wayBack.how ||
      withoutNumbers(last.says) !== withoutNumbers(stage.says);
    if (isNews) this.stages.push(stage);
  }
}

/** The time that is left runs down in every turn, and ends on a day that a rehearsal makes up. */
const withoutDeadline = (says: string): string => says.replace(/ \(at most [^)]*Z\)$/, '');

const withoutNumbers = (text: string): string => text.replace(/\d+/g, '');

const migrationIdIn = (properties: unknown): string | undefined => {
  const id = (properties as { readonly MigrationId?: unknown } | null | undefined)?.MigrationId;
  return typeof id === 'string' ? id : undefined;
};
