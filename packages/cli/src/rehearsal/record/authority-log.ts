import { authorityAnswer, plainName, type World } from '@cutover/local-aws';
import type { DnsAnswer } from '@cutover/report';

/** What the authoritative name servers answer for the names of the traffic, change by change. */
export class AuthorityLog {
  readonly answers: DnsAnswer[] = [];
  private readonly last = new Map<string, string>();

  constructor(
    private readonly world: World,
    private readonly names: readonly string[],
  ) {}

  /** Reads the world only: asking over a socket would fill caches, and change the run. */
  onBeat(t: number): void {
    for (const name of this.names) {
      const answer = answerFor(this.world, name);
      if (this.last.get(name) === answer) continue;
      this.last.set(name, answer);
      this.answers.push({ t, name, witness: 'name servers', answer });
    }
  }
}

/**
 * An ALIAS is answered with addresses, and those are the same for every distribution: what it leads to is told
 * beside them.
 */
function answerFor(world: World, name: string): string {
  const { code, answers } = authorityAnswer(world, name, 'A');
  const [first] = answers;
  if (!first) return code === 'NOERROR' ? 'no address' : code;
  if (first.type === 'CNAME') return `CNAME ${first.data}`;
  const addresses = answers.map(({ data }) => data).sort();
  const alias = aliasOf(world, name);
  return `${alias === undefined ? '' : `ALIAS ${alias}: `}${addresses.join(', ')}`;
}

/** Of zones with one name the first answers, as in the authority. */
function aliasOf(world: World, name: string): string | undefined {
  const sets = [...world.hostedZones.values()].flatMap(({ published }) => published);
  const set = sets.find(({ Name, Type }) => Type === 'A' && plainName(Name ?? '') === name);
  return set?.AliasTarget && plainName(set.AliasTarget.DNSName ?? '');
}
