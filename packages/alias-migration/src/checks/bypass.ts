import { judgeBypass } from '../viewers';
import type { Check } from './check';

/** Users will be led there: it must answer for the names, with a certificate for them, before they are. */
export const bypassServes: Check = ({ migration, strategy, observed }) => {
  if (strategy !== 'BYPASS') return undefined;
  const judgement = judgeBypass(observed.bypass ?? [], migration.verification);
  return judgement.kind === 'good'
    ? undefined
    : {
        property: 'Bypass.Records',
        found: `the bypass does not answer for the names (${judgement.reason}).`,
        remedy: 'Let it serve them over TLS, with a certificate that covers them, and try again.',
      };
};

/** DNS has no CNAME at the apex of a zone: it stands there beside SOA and NS. */
export const bypassFitsTheZone: Check = ({ migration, observed }) => {
  const apex = observed.zone?.name;
  const isCname = migration.bypass?.records.some(
    ({ name, type }) => type === 'CNAME' && (name === undefined || name === apex),
  );
  return apex !== undefined && migration.aliases.includes(apex) && isCname
    ? {
        property: 'Bypass.Records',
        found: `${apex} is the apex of its zone, where no CNAME may stand.`,
        remedy: 'Give A and AAAA records with Values or AliasTarget for it.',
      }
    : undefined;
};
