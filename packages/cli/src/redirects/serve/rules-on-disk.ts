import { statSync } from 'node:fs';
import { type Answer, prepare, type Request, RuleProblem, type RuleSet } from '@cutover/redirect-rules';
import { UserError } from '../../user-error';
import { rulesIn } from '../rules-file';
import { explaining, type Why } from '../why';

/** Rules that were read, ready to answer. */
export interface Loaded {
  readonly rules: RuleSet;
  readonly answer: (request: Request) => Answer;
  readonly explain: (request: Request) => Why;
}

/** A rule file that somebody edits meanwhile: it is read again when it has changed. */
export class RulesOnDisk {
  private stamp: string;
  private loaded: Loaded;
  /** What is wrong with what the file says now; the rules before it answer until then. */
  trouble: string | undefined;

  /** @throws UserError when there are no rules to begin with */
  constructor(readonly file: string) {
    this.stamp = stampOf(file);
    this.loaded = load(file);
  }

  current(): Loaded {
    const stamp = stampOf(this.file);
    if (stamp === this.stamp) return this.loaded;
    this.stamp = stamp;
    try {
      this.loaded = load(this.file);
      this.trouble = undefined;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.trouble = error.message;
    }
    return this.loaded;
  }
}

function load(file: string): Loaded {
  const rules = rulesIn(file);
  return { rules, answer: prepare(rules), explain: explaining(rules) };
}

/** Editors that write a new file beside it and rename that leave it away for a moment. */
function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? 'away' : `${stat.mtimeMs} ${stat.size} ${stat.ino}`;
}

/** Of a site whose rules cannot be evaluated, the reason; everything else goes on. */
export function orReason<T>(work: () => T): T | string {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RuleProblem)) throw error;
    return error.message;
  }
}
