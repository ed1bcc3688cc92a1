import type { Instant } from '@cutover/ground';
import type { ResourceChange, Stack, StackEvent, World } from '@cutover/local-aws';
import type { RequestRecord } from '@cutover/traffic-probe';
import { changesInWords } from './change-words';
import type { NameTraffic, Watch } from './progress';
import { AuthorityLog } from './record/authority-log';
import { RuleLog } from './record/rule-log';
import { StageLog, type Turn } from './record/stage-log';
import type { ReportStep } from './report';
import { stepOfCall, stepOfEvent } from './steps';

const trafficEveryMs = 1000;

/** Writes down what happens from the first request on, and tells whoever watches. */
export class Recorder {
  readonly stages: StageLog;
  readonly rules: RuleLog;
  readonly authority: AuthorityLog;
  private readonly recorded: ReportStep[] = [];
  private readonly names = new Map<string, NameTraffic>();
  private startedAt: Instant | undefined;
  private callsRead = 0;
  private requestsRead = 0;
  private toldAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly world: World,
    private readonly watch: Watch,
    names: readonly string[],
  ) {
    this.stages = new StageLog(world);
    this.rules = new RuleLog(world);
    this.authority = new AuthorityLog(world, names);
  }

  /** What was there before is no step. */
  begin(startedAt: Instant): void {
    this.startedAt = startedAt;
    this.callsRead = this.world.calls.length;
  }

  /** In order of time: calls are read after the events that they lead to. */
  steps(): ReportStep[] {
    this.readCalls();
    return this.recorded.toSorted((one, other) => one.t - other.t);
  }

  onEvent(stack: Stack, event: StackEvent): void {
    if (this.startedAt === undefined) return;
    const t = (event.at - this.startedAt) / 1000;
    const step = stepOfEvent(stack, event, t);
    if (step) this.recorded.push(step);
    const { logicalId, type, status, reason } = event;
    const account = this.world.accounts.get(stack.accountId)?.name ?? stack.accountId;
    this.watch({ kind: 'stack', atSeconds: t, stack: stack.name, account, logicalId, type, status, reason });
  }

  /** What an update is about to do. */
  onChanges(stack: string, changes: readonly ResourceChange[]): void {
    const atSeconds = (this.world.now - (this.startedAt ?? this.world.now)) / 1000;
    this.watch({ kind: 'step', atSeconds, text: `stack ${stack}, change set: ${changesInWords(changes)}` });
  }

  /** What the handler does or waits for now. */
  async onTurn(turn: Turn): Promise<void> {
    // Rules that were live before answer the first requests.
    await this.rules.onTurn(turn);
    if (this.startedAt === undefined) return;
    const atSeconds = (this.world.now - this.startedAt) / 1000;
    const text = turn.event.message;
    if (text) this.watch({ kind: 'phase', atSeconds, text });
    await this.stages.onTurn(turn, atSeconds);
  }

  onBeat(now: Instant, log: readonly RequestRecord[]): void {
    this.readCalls();
    this.authority.onBeat((now - (this.startedAt ?? now)) / 1000);
    for (; this.requestsRead < log.length; this.requestsRead++) this.count(log[this.requestsRead]!);
    if (now - this.toldAt < trafficEveryMs) return;
    this.toldAt = now;
    const failed = [...this.names.values()].reduce((sum, each) => sum + each.failed, 0);
    const atSeconds = (now - (this.startedAt ?? now)) / 1000;
    this.watch({ kind: 'traffic', atSeconds, requests: log.length, failed, names: [...this.names.values()] });
  }

  private count({ name, failed, side }: RequestRecord): void {
    const {
      requests,
      failed: before,
      side: last,
    } = this.names.get(name) ?? { requests: 0, failed: 0, side: undefined };
    this.names.set(name, {
      name,
      requests: requests + 1,
      failed: before + Number(failed),
      side: side ?? last,
    });
  }

  private readCalls(): void {
    const offset = (this.startedAt ?? this.world.startedAt) - this.world.startedAt;
    for (; this.callsRead < this.world.calls.length; this.callsRead++) {
      const step = stepOfCall(this.world.calls[this.callsRead]!, (at) => (at - offset) / 1000);
      if (!step) continue;
      this.recorded.push(step);
      this.watch({ kind: 'step', atSeconds: step.t, text: step.what });
    }
  }
}
