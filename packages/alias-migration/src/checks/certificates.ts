import { covers, enumerate } from '../names';
import { ways } from '../strategies';
import type { Check, Question } from './check';

/** The names that the target's certificate has to cover: what it serves, the aliases, in WILDCARD their wildcards. */
const needed = ({ migration, strategy, target }: Question): string[] => [
  ...target.aliases,
  ...migration.aliases,
  // Over an apex there is none that could be issued; namesFitUnderAWildcard says so.
  ...ways[strategy].wildcards(migration).filter((name) => name.split('.').length > 2),
];

export const certificateCoversTheNames: Check = (question) => {
  const { migration, target, observed } = question;
  const given = migration.target.certificateArn;
  const property = given ? 'Target.CertificateArn' : 'Target.DistributionId';
  if (!given && target.certificate.kind !== 'acm')
    return {
      property,
      found: `the target ${target.id} has no ACM certificate of its own.`,
      remedy: 'Name one in Target.CertificateArn, or attach it to the distribution.',
    };
  const { certificate } = observed;
  if (!certificate)
    return {
      property,
      found: `the certificate ${given ?? 'of the target'} does not exist in us-east-1 of account ${migration.accountId}.`,
      remedy:
        'CloudFront takes certificates of its own account from us-east-1 only: request or import it there.',
    };
  const bare = needed(question).filter((name) => !covers(certificate.names, name));
  return bare.length === 0
    ? undefined
    : {
        property,
        found: `the certificate covers ${enumerate(certificate.names)}, but not ${enumerate(bare)}.`,
        remedy: 'Request one that has these names too.',
      };
};

export const certificateIsValid: Check = ({ migration, observed, now }) => {
  const { certificate } = observed;
  if (!certificate) return undefined;
  const property = migration.target.certificateArn ? 'Target.CertificateArn' : 'Target.DistributionId';
  if (certificate.status !== 'ISSUED')
    return {
      property,
      found: `the certificate ${certificate.arn} is ${certificate.status}.`,
      remedy: 'Wait until it is ISSUED.',
    };
  const oneDayMs = 24 * 3_600_000;
  return certificate.notAfter !== undefined && certificate.notAfter < now + oneDayMs
    ? {
        property,
        found: `the certificate ${certificate.arn} expires within a day.`,
        remedy: 'Renew it first.',
      }
    : undefined;
};

/** The way back: the source can take its names again only while it carries a certificate for them. */
export const sourceCanTakeThemBack: Check = ({ source }) =>
  source.certificate.kind !== 'default'
    ? undefined
    : {
        property: 'Source.DistributionId',
        found: `the source ${source.id} has no certificate, so it could not take the names back.`,
        remedy: 'Attach one that covers them.',
      };
