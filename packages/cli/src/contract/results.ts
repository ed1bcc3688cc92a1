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
  /** The last refusal of the handler while the test ran; for failed tests. */
  readonly handler?: string;
}

/** A call of the handler through Lambda's API, in what the report needs of it. */
export interface HandlerCall {
  readonly action: string;
  readonly status: string;
  readonly errorCode?: string;
  readonly message?: string;
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

  /** Calls of the handler by action. */
  invocations(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { action } of this.calls) counts[action] = (counts[action] ?? 0) + 1;
    return counts;
  }
}

function resultOf(phases: readonly TestPhase[], calls: readonly HandlerCall[]): TestResult {
  const { name } = phases[0]!;
  const seconds = Math.round(phases.reduce((sum, phase) => sum + phase.seconds, 0) * 100) / 100;
  const failed = phases.find(({ outcome }) => outcome === 'failed');
  if (failed) {
    const refused = calls.findLast(({ status }) => status !== 'SUCCESS' && status !== 'IN_PROGRESS');
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
