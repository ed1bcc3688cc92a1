import { generate, type RuleSet } from '../../src';
import type { Asked } from './peer';

/** Repeatable chance: the same seed asks the same requests. */
export class Dice {
  constructor(private state: number) {}

  below(limit: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * limit);
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

/** What paths and queries are bent with. nginx refuses raw blanks, so there is none. */
const pieces =
  '/ // /./ /../ . .. %2F %2f %2E %3F %3f %23 %26 %25 %2525 %20 + %2B %3B ; ~ %7E %7e %E2%82%AC %e2%82%ac %C3 %FF %0A %0D %09 %01 %1F %7F %22 %3C%3E %5C %5E %60 %7B%7D %7C " < > { } | \\ ^ ` \' ( ) * ! , : @ = & ? ?x=1 ?? $1 $ $id en-US/ de/ x 7 form wiki/ ?url=http://a.b/?c=d &z=1 ?x=%2F%zz .html'.split(
    ' ',
  );

function bent(uri: string, dice: Dice): string {
  let out = uri;
  for (let turns = dice.below(4); turns > 0; turns -= 1) {
    const at = 1 + dice.below(out.length);
    const kind = dice.below(10);
    if (kind === 0) out = `${out.slice(0, at)}${out.slice(at + 1 + dice.below(3))}`;
    else if (kind === 1) out = `${out.slice(0, at)}${out.slice(at).toUpperCase()}`;
    else if (kind === 2) out = `${out}${dice.of(['/', '?', '?x=1', '//', '/.', '/..', '&a=b', '%20'])}`;
    else if (kind === 3) out = `/${dice.of(['en-US', 'de', '', '.', 'x'])}${out}`;
    else out = `${out.slice(0, at)}${dice.of(pieces)}${out.slice(at)}`;
  }
  return out.startsWith('/') ? out : `/${out}`;
}

function hostFor(host: string, dice: Dice): string {
  const name = host.startsWith('*.') ? `${dice.of(['a', 'a.b', 'en-us', 'www'])}${host.slice(1)}` : host;
  return dice.of([name, name, name, name.toUpperCase(), `${name}:443`, `${name}.`]);
}

/** For each site `perSite` requests of all kinds: such as reach its rules, those of others, and all of them bent. */
export function bentRequests(
  rules: RuleSet,
  others: readonly string[],
  perSite: number,
  seed: number,
): Asked[] {
  const dice = new Dice(seed);
  const reaching = new Map<string, string[]>();
  for (const { site, request } of generate(rules, { now: 0, perRule: 12 }))
    reaching.set(site, [...(reaching.get(site) ?? []), request.uri]);
  return rules.sites.flatMap((site) => {
    const own = reaching.get(site.id) ?? ['/'];
    return Array.from({ length: perSite }, (): Asked => {
      const uri = bent(dice.of(dice.below(3) === 0 ? others : own), dice);
      return { host: hostFor(dice.of(site.hosts), dice), uri };
    });
  });
}
