import type { DistributionEdit, Ports } from '@cutover/alias-migration';
import { ACCOUNTS, ALIAS, certificate, FOREIGN, SOURCE, STRANGER, TARGET } from '../../src/cast';
import { type Ask, troubles } from './ask';

const nothing: DistributionEdit = { addAliases: [], removeAliases: [] };
const adding = (...addAliases: string[]): DistributionEdit => ({ ...nothing, addAliases });
const editTarget =
  (edit: DistributionEdit) =>
  (ports: Ports, etagOf: (id: string) => string): Promise<void> =>
    ports.cloudFront.target.editDistribution(TARGET, edit, etagOf(TARGET));
const OUTSIDE = 'a.example.org';

export const distributions: Ask[] = [
  { name: 'a distribution that is there', ask: (ports) => ports.cloudFront.source.findDistribution(SOURCE) },
  {
    name: 'a distribution with a certificate of its own',
    ask: (ports) => ports.cloudFront.target.findDistribution(TARGET),
  },
  {
    name: 'a distribution that is nowhere',
    ask: (ports) => ports.cloudFront.target.findDistribution('E9999999NOWHER'),
  },
  {
    name: "a distribution of another account is not one's own",
    ask: (ports) => ports.cloudFront.target.findDistribution(STRANGER),
  },
  {
    name: 'a distribution by a role that may not look',
    asNobody: true,
    ask: (ports) => ports.cloudFront.target.findDistribution(TARGET),
    fails: 'Denied',
  },
  { name: 'an edit that adds a wildcard', ask: editTarget(adding('*.example.com')) },
  { name: 'an edit that adds nothing', ask: editTarget(nothing) },
  {
    name: 'an edit that takes the last name away',
    ask: (ports, etagOf) =>
      ports.cloudFront.source.editDistribution(
        SOURCE,
        { addAliases: [], removeAliases: [ALIAS] },
        etagOf(SOURCE),
      ),
  },
  { name: 'an edit that disables it', ask: editTarget({ ...nothing, enabled: false }) },
  {
    name: 'an edit that attaches a certificate',
    ask: editTarget({
      ...adding('*.example.com'),
      certificate: {
        kind: 'acm',
        arn: certificate(ACCOUNTS.target),
        sslSupportMethod: 'sni-only',
        minimumProtocolVersion: 'TLSv1.2_2021',
      },
    }),
  },
  {
    name: 'an edit back to the default certificate',
    ask: editTarget({ ...nothing, certificate: { kind: 'default' } }),
  },
  {
    name: 'an edit of a name that the certificate does not cover',
    ask: editTarget(adding(OUTSIDE)),
    fails: 'CertificateRefused',
  },
  { name: 'an edit of a name that another one holds', ask: editTarget(adding(FOREIGN)), fails: 'AliasHeld' },
  {
    name: 'an edit of a name whose record leads to another distribution',
    given: 'the source lets its name go',
    ask: editTarget(adding(ALIAS)),
    fails: 'DnsPointsElsewhere',
  },
  {
    name: 'an edit that was planned on an older state',
    ask: (ports) => ports.cloudFront.target.editDistribution(TARGET, nothing, 'EOLDOLDOLDOLD1'),
    fails: 'Stale',
  },
  {
    name: 'an edit of a distribution that is gone',
    ask: (ports) => ports.cloudFront.target.editDistribution('E9999999NOWHER', nothing, 'E1'),
    fails: 'Absent',
  },
  {
    name: 'an edit by a role that may not',
    asNobody: true,
    ask: editTarget(adding('*.example.com')),
    fails: 'Denied',
  },
  ...troubles('cloudfront.GetDistribution', (ports) => ports.cloudFront.target.findDistribution(TARGET)),
  ...troubles('cloudfront.GetDistributionConfig', editTarget(adding('*.example.com')), ['lost']),
  ...troubles('cloudfront.UpdateDistribution', editTarget(adding('*.example.com'))),
];
