/** One phase of a contract test, as suite_events.py tells it. */
export interface TestPhase {
  readonly name: string;
  readonly when: 'setup' | 'call' | 'teardown';
  readonly outcome: Outcome;
  readonly seconds: number;
  /** Why it was skipped, or pytest's words about the failure. */
  readonly text: string;
}

type Outcome = 'passed' | 'failed' | 'skipped';

/** What a contract test came to. Making and deleting its resource are phases of it: their failure is its own. */
export interface TestResult {
  readonly name: string;
  readonly outcome: Outcome;
  readonly seconds: number;
  readonly reason?: string;
  /** What the handler refused or could not do while the test ran; for failed tests. */
  readonly handler?: string;
}

/** A call of the handler through Lambda's API, in what the report needs of it. */
export interface HandlerCall {
  readonly action: string;
  readonly status: string;
  readonly errorCode?: string;
  readonly message?: string;
}

export interface HandlerCount {
  readonly calls: number;
  readonly succeeded: number;
}

/** Puts the phases of each test together, in the order in which they come. */
export class Results {
  readonly tests: TestResult[] = [];
  readonly calls: HandlerCall[] = [];
  private phases: TestPhase[] = [];
  private seen = 0;

  constructor(private readonly onResult: (result: TestResult) => void) {}

  add(phase: TestPhase): void {
    this.phases.push(phase);
    if (phase.when !== 'teardown') return;
    const result = resultOf(this.phases, this.calls.slice(this.seen));
    this.phases = [];
    this.seen = this.calls.length;
    this.tests.push(result);
    this.onResult(result);
  }

  count(outcome: Outcome): number {
    return this.tests.filter((test) => test.outcome === outcome).length;
  }

  /** How often each handler was called, and how often it said SUCCESS. */
  handlers(): Record<string, HandlerCount> {
    const counts: Record<string, HandlerCount> = {};
    for (const { action, status } of this.calls) {
      const { calls, succeeded } = counts[action] ?? { calls: 0, succeeded: 0 };
      counts[action] = { calls: calls + 1, succeeded: succeeded + (status === 'SUCCESS' ? 1 : 0) };
    }
    return counts;
  }
}

function resultOf(phases: readonly TestPhase[], calls: readonly HandlerCall[]): TestResult {
  const { name } = phases[0]!;
  const seconds = Math.round(phases.reduce((sum, phase) => sum + phase.seconds, 0) * 100) / 100;
  const failed = phases.find(({ outcome }) => outcome === 'failed');
  if (failed) {
    const refusals = calls.filter(({ status }) => status !== 'SUCCESS' && status !== 'IN_PROGRESS');
    // Tests of what is gone provoke NotFound; anything else is more likely the cause.
    const refused = refusals.find(({ errorCode }) => errorCode !== 'NotFound') ?? refusals.at(-1);
    const handler = refused && { handler: refusalInWords(refused) };
    return { name, outcome: 'failed', seconds, reason: errorIn(failed), ...handler };
  }
  const skipped = phases.find(({ outcome }) => outcome === 'skipped');
  if (skipped) return { name, outcome: 'skipped', seconds, reason: skipped.text };
  return { name, outcome: 'passed', seconds };
}

const refusalInWords = ({ action, status, errorCode, message }: HandlerCall): string =>
  [`${action} ${status}`, errorCode, message].filter(Boolean).join(': ');

/** pytest marks the lines of an error with E; around them it shows the suite's source. */
function errorIn({ text, when }: TestPhase): string {
  const marked = Array.from(text.matchAll(/^E {2,}(.*)$/gm), ([, line]) => line?.trim() ?? '');
  const words = marked.length > 0 ? marked.slice(0, 4).join(' ') : text.trim().split('\n').at(-1);
  return when === 'call' ? `${words}` : `in ${when}: ${words}`;
}
