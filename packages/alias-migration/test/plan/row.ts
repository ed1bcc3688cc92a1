import { minutesToMs } from '@cutover/ground';
import { type Journal, type Observed, plan } from '../../src';
import { aBefore, aMigration, aSource, aTarget, NOW, withWildcard } from '../builder';
import { lacksOf } from '../told';

/** A world, a journal, and what the plan makes of them; `when` is the end of a sentence. */
export interface Row {
  readonly when: string;
  readonly journal: Journal;
  readonly world: Observed;
  readonly expected: unknown;
  readonly phase: Journal['phase'];
  /** Why the run goes back. */
  readonly because?: object;
  /** What the preflight has noted of the world. */
  readonly before?: object;
  readonly atMinutes?: number;
}

export const specify = (rows: readonly Row[]): void =>
  test.each(rows)('when $when', ({ journal, world, expected, phase, because, before, atMinutes = 0 }) => {
    const decision = plan(world, journal, NOW + minutesToMs(atMinutes));
    expect(decision.step).toMatchObject(expected as object);
    expect(decision.journal.phase).toBe(phase);
    if (because) expect(decision.journal.because).toMatchObject(because);
    if (before) expect(decision.journal.before).toMatchObject(before);
    for (const message of toldBy(decision, journal))
      expect([message, lacksOf(message)]).toEqual([message, []]);
    // Pure: the same world and journal give the same decision.
    expect(plan(world, journal, NOW + minutesToMs(atMinutes))).toEqual(decision);
  });

/** What people are told of a run that ends or turns back with this decision. */
function toldBy({ journal, step }: ReturnType<typeof plan>, { because }: Journal): string[] {
  const turned =
    journal.because && journal.because.message !== because?.message ? [journal.because.message] : [];
  return step.kind === 'fail' || step.kind === 'refuse' ? [...turned, step.message] : turned;
}

export const atomic = {
  before: aBefore({ strategy: 'ATOMIC', wildcards: [] }),
  migration: aMigration({ strategy: 'ATOMIC' }),
};
export const empty = aSource({ aliases: [] });
export const claimed = aTarget({ ...withWildcard, aliases: ['a.example.com', 'b.example.com'] });
/** As the table of AWS errors tells it. */
export const REFUSED =
  'UpdateDistribution on E2222222TARGET: InvalidArgument. Correct what the message names.';
export const SICK = 'a.example.com answered 500. Mend the cause there, and try again.';
export const trouble = (failure: 'DnsPointsElsewhere' | 'CertificateRefused') =>
  ({
    action: 'editDistribution',
    failure,
    disposition: 'giveUp',
    code: 'InvalidRequest',
    message: REFUSED,
    times: 1,
    since: NOW,
  }) as const;
export const held = { ...trouble('DnsPointsElsewhere'), failure: 'AliasHeld', disposition: 'later' } as const;
export const anOldCertificate = {
  kind: 'acm',
  arn: 'arn:other',
  sslSupportMethod: 'sni-only',
  minimumProtocolVersion: 'TLSv1.1_2016',
} as const;
export const sick = { code: 'NotStabilized', message: SICK, at: NOW } as const;
