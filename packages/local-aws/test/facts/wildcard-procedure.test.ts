import { routeTo } from '../../src/edge/route';
import { advance, nextChangeAt } from '../../src/world/advance';
import type { Distribution, World } from '../../src/world/world';
import { aliases, cname, messageOf, outcome, targetAccount, update, zoneWith } from '../world/cloud';
import { setUp } from '../world/moving';

const alias = 'a.example.com';

/** Source and target in two accounts, the name’s CNAME on the source. */
function stage() {
  const { world, source, target } = setUp({
    source: { aliases: [alias] },
    target: { account: targetAccount, covers: ['*.example.com', alias] },
    furnish: (w) => void zoneWith(w, [cname(alias, 'esource.cloudfront.net')]),
  });
  return new Stage(world, source, target);
}

/** Takes steps one after the other, and watches who answers for the name at every edge, at every instant. */
class Stage {
  unansweredMs = 0;

  constructor(
    readonly world: World,
    readonly source: Distribution,
    readonly target: Distribution,
  ) {}

  names(of: Distribution, ...list: string[]): string {
    const answered = update(this.world, of, { Aliases: aliases(...list) });
    return messageOf(answered) || outcome(answered);
  }

  pointDnsTo(of: Distribution): void {
    const zone = this.world.hostedZones.get('Zexample.com')!;
    zone.published = zone.published.map((set) =>
      set.Type === 'CNAME' ? cname(`${alias}.`, of.domainName) : set,
    );
    this.pass(301);
  }

  deployed(): void {
    const until = Math.max(this.source.deployedAt, this.target.deployedAt);
    this.pass((until - this.world.now) / 1000);
  }

  servedBy(name = alias): (string | undefined)[] {
    return this.world.edges.map((edge) => routeTo(edge, name)?.distributionId);
  }

  private pass(seconds: number): void {
    const until = this.world.now + seconds * 1000;
    while (this.world.now < until) {
      const before = this.world.now;
      const isAnswered = this.servedBy().every(Boolean);
      advance(this.world, Math.min(nextChangeAt(this.world) ?? until, until));
      if (!isAnswered) this.unansweredMs += this.world.now - before;
    }
  }
}

describe('moving a name by a wildcard, while its source is enabled in another account', () => {
  test('in the order of the guide, DNS first, leaves the name answered at every edge at every instant [documented]', () => {
    const act = stage();
    expect(act.names(act.target, '*.example.com')).toBe('ok');
    act.deployed();
    act.pointDnsTo(act.target);
    expect(act.servedBy()).toEqual(act.world.edges.map(() => 'ESOURCE'));
    expect(act.names(act.source)).toBe('ok');
    act.deployed();
    expect(act.names(act.target, '*.example.com', alias)).toBe('ok');
    act.deployed();
    expect(act.servedBy()).toEqual(act.world.edges.map(() => 'ETARGET'));
    expect(act.unansweredMs).toBe(0);
  });

  test('in the order of the article, route first, it does so too, and the names replace the wildcard in one update [observed]', () => {
    const act = stage();
    act.names(act.target, '*.example.com');
    act.deployed();
    act.names(act.source);
    act.deployed();
    expect(act.servedBy()).toEqual(act.world.edges.map(() => 'ETARGET'));
    act.pointDnsTo(act.target);
    expect(act.names(act.target, alias)).toBe('ok');
    act.deployed();
    expect(act.unansweredMs).toBe(0);
  });

  test('one call puts the name back on the source until DNS has moved [observed]', () => {
    const act = stage();
    act.names(act.target, '*.example.com');
    act.deployed();
    act.names(act.source);
    act.deployed();
    expect(act.names(act.source, alias)).toBe('ok');
    act.deployed();
    expect(act.servedBy()).toEqual(act.world.edges.map(() => 'ESOURCE'));
    expect(act.unansweredMs).toBe(0);
  });

  test('with a CNAME the way back ends when DNS has moved: the source may not take the name again [observed]', () => {
    const act = stage();
    act.names(act.target, '*.example.com');
    act.deployed();
    act.names(act.source);
    act.deployed();
    act.pointDnsTo(act.target);
    expect(act.names(act.source, alias)).toMatch(/incorrectly configured DNS record/);
  });

  test('the flip is over within 30 seconds after the update was accepted [observed]', () => {
    const act = stage();
    act.names(act.target, '*.example.com');
    act.deployed();
    const at = act.world.now;
    act.names(act.source);
    const last = Math.max(...act.world.edges.map(({ queue }) => queue[0]!.appliesAt));
    expect(last - at).toBeLessThan(30_000);
  });

  test('while the wildcard is on, a name under it that nobody claims is answered by the target [documented]', () => {
    const act = stage();
    expect(act.servedBy('nobody.example.com')).toEqual(act.world.edges.map(() => undefined));
    act.names(act.target, '*.example.com');
    act.deployed();
    expect(act.servedBy('nobody.example.com')).toEqual(act.world.edges.map(() => 'ETARGET'));
    expect(act.servedBy()).toEqual(act.world.edges.map(() => 'ESOURCE'));
  });
});

test('taking a name off, moving DNS and adding it elsewhere, without a wildcard, is an outage of minutes [observed]', () => {
  const act = stage();
  act.names(act.source);
  act.pointDnsTo(act.target);
  act.names(act.target, alias);
  act.deployed();
  expect(act.unansweredMs).toBeGreaterThan(180_000);
});
