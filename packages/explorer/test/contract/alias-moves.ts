import { ALIAS, FOREIGN, TARGET } from '../../src/cast';
import { type Ask, troubles } from './ask';

const moveAlias: Ask['ask'] = (ports, etagOf) =>
  ports.cloudFront.target.moveAlias(ALIAS, TARGET, etagOf(TARGET));

const associate: Ask['ask'] = (ports) => ports.cloudFront.target.associateAlias(ALIAS, TARGET);

export const aliasMoves: Ask[] = [
  { name: 'a name moves within one account', ask: moveAlias },
  {
    name: 'a move that was planned on an older state',
    ask: (ports) => ports.cloudFront.target.moveAlias(ALIAS, TARGET, 'EOLDOLDOLDOLD1'),
    fails: 'Stale',
  },
  {
    name: 'a move of a name that nobody holds',
    ask: (ports, etagOf) => ports.cloudFront.target.moveAlias('free.example.com', TARGET, etagOf(TARGET)),
    fails: 'Absent',
  },
  {
    name: 'a move from an enabled distribution of another account',
    ask: (ports, etagOf) => ports.cloudFront.target.moveAlias(FOREIGN, TARGET, etagOf(TARGET)),
    fails: 'Refused',
  },
  { name: 'a move by a role that may not', asNobody: true, ask: moveAlias, fails: 'Denied' },
  ...troubles('cloudfront.UpdateDomainAssociation', moveAlias),
  { name: 'a name moves by its TXT record', given: 'the proof of the name', ask: associate },
  { name: 'a move without the TXT record', ask: associate, fails: 'Refused' },
  { name: 'a move by TXT of a role that may not', asNobody: true, ask: associate, fails: 'Denied' },
  ...troubles('cloudfront.AssociateAlias', associate, ['throttled', 'before', 'lost']),
  {
    name: 'conflicts with a wildcard, ids of strangers masked',
    ask: (ports) => ports.cloudFront.target.findConflicts('*.example.com', TARGET),
  },
  {
    name: 'the distributions of the account, with their names',
    ask: (ports) => ports.cloudFront.source.listDistributions(),
  },
  {
    name: 'a list of distributions by a role that may not',
    asNobody: true,
    ask: (ports) => ports.cloudFront.target.listDistributions(),
    fails: 'Denied',
  },
  {
    name: 'no conflict with a name of nobody',
    ask: (ports) => ports.cloudFront.target.findConflicts('free.example.com', TARGET),
  },
  {
    name: 'conflicts by a role that may not ask',
    asNobody: true,
    ask: (ports) => ports.cloudFront.target.findConflicts(ALIAS, TARGET),
    fails: 'Denied',
  },
  ...troubles(
    'cloudfront.ListDomainConflicts',
    (ports) => ports.cloudFront.target.findConflicts(ALIAS, TARGET),
    ['lost'],
  ),
];
