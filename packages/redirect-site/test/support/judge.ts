import {
  type Answer,
  evaluate,
  generate,
  type Request,
  type RuleSet,
  readRules,
} from '@cutover/redirect-rules';
import type { Declaration } from '../../src';
import { answerBy } from './engine';
import type { World } from './world';

/**
 * Asks the code that edges run, on the items that are there, at every moment: it must answer by one of the rule sets
 * that were declared, wholly, and by the same for as long as it runs. The judge knows nothing of plan and journal.
 */
export class Judge {
  private readonly sets: { readonly name: string; readonly rules: RuleSet }[];
  private readonly requests: readonly Request[];
  private readonly verdicts = new Map<string, string>();
  readonly complaints: string[] = [];

  constructor(
    private readonly world: World,
    declared: Readonly<Record<string, Declaration>>,
  ) {
    this.sets = Object.entries(declared).map(([name, each]) => ({ name, rules: rulesOf(each) }));
    const asked = this.sets.flatMap(({ rules }) => generate(rules, { now: world.now, perRule: 2 }));
    this.requests = asked.map(({ request }) => request);
    const watch = /^(stores\.update|stores\.remove|functions\.(publish|update|create))$/;
    world.watch = (call) => watch.test(call) && this.look(call);
  }

  /** By which set each running code answers. */
  running(): string[] {
    return this.world.functions.running().map(({ code, storeArn }) => this.nameOf(code, storeArn));
  }

  private look(call: string): void {
    for (const { code, storeArn } of this.world.functions.running()) {
      const name = this.nameOf(code, storeArn);
      const before = this.verdicts.get(code) ?? name;
      this.verdicts.set(code, before);
      if (name !== before || name.startsWith('none'))
        this.complaints.push(`after ${call}: answered by ${before}, now by ${name}`);
    }
  }

  private nameOf(code: string, storeArn: string): string {
    const items = this.world.stores.itemsOf(storeArn);
    const answers = this.requests.map((request) => answerBy(code, items, request));
    const found = this.sets.find(({ rules }) =>
      answers.every((answer, at) => isAlike(answer, evaluate(rules, this.requests[at]!))),
    );
    return (
      found?.name ?? `none: ${JSON.stringify(answers.map(({ status, location }) => [status, location]))}`
    );
  }
}

const isAlike = (one: Answer, other: Answer): boolean =>
  one.status === other.status &&
  one.location === other.location &&
  JSON.stringify(Object.entries(one.headers).sort()) === JSON.stringify(Object.entries(other.headers).sort());

export function rulesOf({ Sites, Defaults, Tests, Policy }: Declaration): RuleSet {
  const { rules, problems } = readRules(JSON.stringify({ Sites, Defaults, Tests, Policy }), 'rules.json');
  if (!rules) throw new Error(JSON.stringify(problems));
  return rules;
}
