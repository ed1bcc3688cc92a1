import { minutesToMs } from '@cutover/ground';
import { type Journal, type Observed, plan } from '../../src';
import { aBefore, aMigration, aSource, aTarget, NOW, withWildcard } from '../builder';

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
    // Pure: the same world and journal give the same decision.
    expect(plan(world, journal, NOW + minutesToMs(atMinutes))).toEqual(decision);
  });

export const atomic = {
  before: aBefore({ strategy: 'ATOMIC', wildcards: [] }),
  migration: aMigration({ strategy: 'ATOMIC' }),
};
export const empty = aSource({ aliases: [] });
export const claimed = aTarget({ ...withWildcard, aliases: ['a.example.com', 'b.example.com'] });
export const trouble = (failure: 'DnsPointsElsewhere' | 'CertificateRefused') =>
  ({
    action: 'editDistribution',
    failure,
    disposition: 'giveUp',
    code: 'InvalidRequest',
    message: 'Refused.',
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
export const sick = { code: 'NotStabilized', message: 'sick.', at: NOW } as const;
