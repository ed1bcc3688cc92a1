import type { Instant } from '@cutover/ground';
import {
  type Answer,
  evaluate,
  generate,
  type Request,
  type RuleSet,
  readRules,
} from '@cutover/redirect-rules';
import type { Declaration } from '../../src';
import { answersBy } from './engine';
import type { World } from './world';

/** By which declared rule set code answers that runs on these items, wholly; `none: …`, where by no single one. */
export type Law = (code: string, items: ReadonlyMap<string, string>) => string;

/** Asks every request that the rule sets are about. The same code on the same items is asked once. */
export function lawOf(declared: Readonly<Record<string, Declaration>>, now: Instant): Law {
  const sets = Object.entries(declared).map(([name, each]) => ({ name, rules: rulesOf(each) }));
  const requests = sets.flatMap(({ rules }) =>
    generate(rules, { now, perRule: 2 }).map(({ request }) => request),
  );
  const meant = sets.map(({ name, rules }) => ({ name, answers: answersOf(rules, requests) }));
  const known = new Map<string, string>();
  return (code, items) => {
    const key = JSON.stringify([code, ...items]);
    const name = known.get(key) ?? nameAmong(meant, answersBy(code, items, requests));
    known.set(key, name);
    return name;
  };
}

const answersOf = (rules: RuleSet, requests: readonly Request[]): Answer[] =>
  requests.map((request) => evaluate(rules, request));

function nameAmong(
  meant: readonly { name: string; answers: Answer[] }[],
  answers: readonly Answer[],
): string {
  const found = meant.find((each) => answers.every((answer, at) => isAlike(answer, each.answers[at]!)));
  return found?.name ?? `none: ${JSON.stringify(answers.map(({ status, location }) => [status, location]))}`;
}

/**
 * Asks the code that edges run, on the items that are there, at every moment: it must answer by one of the rule sets
 * that were declared, wholly, and by the same for as long as it runs. The judge knows nothing of plan and journal.
 */
export class Judge {
  private readonly verdicts = new Map<string, string>();
  readonly complaints: string[] = [];

  constructor(
    private readonly world: World,
    private readonly law: Law,
  ) {
    this.look('the beginning');
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
    return this.law(code, this.world.stores.itemsOf(storeArn));
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
