import type { Match, Regex } from '../../model/rule-set';
import type { Check } from '../context';
import { type Cost, costOf } from '../regex-cost';

/** Each takes seconds: a file of rubbish is not looked at for minutes. */
const maxUnproved = 3;
const notTried: Cost = { kind: 'unknown', why: 'after as many others' };

/**
 * A regex that some requests keep busy: at the edge the function is stopped and visitors get an error. A viewer can
 * send 8,192 bytes of URL.
 */
export const hangingRegex: Check = {
  name: 'hanging-regex',
  severity: 'error',
  *look({ subjects }) {
    const costs = new Map<string, Cost>();
    let unproved = 0;
    for (const subject of subjects) {
      if (subject.rule === undefined) continue;
      for (const regex of regexesOf(subject.rule.match)) {
        const key = `${regex.ignoreCase} ${regex.source}`;
        const cost = costs.get(key) ?? (unproved < maxUnproved ? costOf(regex) : notTried);
        if (cost.kind === 'unknown' && !costs.has(key)) unproved++;
        costs.set(key, cost);
        if (cost.kind !== 'linear') yield { subject, says: saysOf(regex, cost) };
      }
    }
  },
};

function saysOf({ source }: Regex, cost: Exclude<Cost, { kind: 'linear' }>): string {
  if (cost.kind === 'unknown')
    return `${source} could not be proved to be quick (${cost.why}): write it simpler.`;
  return `${source} takes ${cost.summary} time, for example on ${cost.attack}: begin it with ^, and let no two loops take the same characters.`;
}

function regexesOf({ path, query, queryRegex, uriRegex }: Match): Regex[] {
  const texts = Object.values(query ?? {}).flatMap((text) => (text.kind === 'regex' ? [text.regex] : []));
  const all = [path.kind === 'regex' ? path.regex : undefined, queryRegex, uriRegex, ...texts];
  return all.filter((regex): regex is Regex => regex !== undefined);
}
