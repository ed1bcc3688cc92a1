import type { LookupType, Ports } from '@cutover/alias-migration';
import { ALIAS, domainNameOf, FOREIGN, SOURCE, TARGET, ZONE } from '../../src/cast';
import type { Ask } from './ask';

/** The parts of a viewer's answers that both know: the wire's have more headers, and reasons in node's words. */
const seen =
  (via: string, host: string) =>
  async ({ viewer }: Ports): Promise<unknown> => {
    const answers = await viewer.request({ via, host, path: '/', timeoutMs: 5000 });
    return answers
      .map((answer) =>
        answer.kind === 'answered'
          ? `${answer.address}: ${answer.status} by ${answer.headers['x-served-by'] ?? 'CloudFront'}`
          : `${answer.address}: failed`,
      )
      .sort();
  };

/** What users see: DNS, the certificate for the name, and who answers. */
export const viewers: Ask[] = [
  { name: 'a viewer of the alias meets the source', ask: seen(ALIAS, ALIAS) },
  {
    name: "at the target's addresses, too, the source answers for the name that it holds",
    ask: seen(domainNameOf(TARGET), ALIAS),
  },
  {
    name: "a distribution's own name is answered by itself",
    ask: seen(domainNameOf(TARGET), domainNameOf(TARGET)),
  },
  { name: 'a name of somebody else is answered by them', ask: seen(domainNameOf(TARGET), FOREIGN) },
  {
    name: 'a name that nobody claims gets no certificate that covers it',
    ask: seen(domainNameOf(TARGET), 'free.example.com'),
  },
  {
    name: 'nor does the alias, once the source has let it go',
    given: 'the source lets its name go',
    ask: seen(ALIAS, ALIAS),
  },
  { name: 'a name without a record has no address', ask: seen('none.example.com', ALIAS) },
];

const authoritative =
  (name: string, type: LookupType) =>
  async ({ dns }: Ports): Promise<unknown> => {
    const zone = await dns.findZone(ZONE);
    if (!zone) throw new Error(`The world has no zone ${ZONE}.`);
    const answers = await dns.askAuthority(zone, name, type);
    return answers.map(({ nameServer, values, ttlSeconds }) => [
      nameServer,
      values ?? 'no answer',
      ttlSeconds,
    ]);
  };

/** What each name server of the zone says by itself. */
export const authorities: Ask[] = [
  { name: 'every name server has the CNAME', ask: authoritative(ALIAS, 'CNAME') },
  { name: 'the zone of a name below it', ask: ({ dns }) => dns.findAuthority(`deep.below.${ALIAS}`) },
  { name: 'the zone of a name with a CNAME is its own', ask: ({ dns }) => dns.findAuthority(ALIAS) },
  { name: 'the zone of a wildcard', ask: ({ dns }) => dns.findAuthority('*.example.com') },
  { name: 'a name that no zone holds', ask: ({ dns }) => dns.findAuthority('a.example.org') },
  { name: 'a CNAME is no address', ask: authoritative(ALIAS, 'A') },
  { name: 'there is no text at the alias', ask: authoritative(ALIAS, 'TXT') },
  { name: 'a name without records has no CNAME', ask: authoritative('none.example.com', 'CNAME') },
  {
    name: 'HTTPS records are not asked for, so nothing is known of them',
    ask: authoritative(ALIAS, 'HTTPS'),
  },
  {
    name: 'an accepted change shows only when it is published',
    ask: async (ports) => {
      const values = [domainNameOf(TARGET)];
      await ports.dns.changeRecords(ZONE, {
        comment: '',
        deletes: [],
        upserts: [{ name: ALIAS, type: 'CNAME', ttlSeconds: 60, values }],
      });
      const [records, answers] = [
        await ports.dns.findRecords(ZONE, [ALIAS]),
        await authoritative(ALIAS, 'CNAME')(ports),
      ];
      return { records, answers, source: domainNameOf(SOURCE) };
    },
  },
];
