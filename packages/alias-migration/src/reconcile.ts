import { attachedCertificate } from './attached-certificate';
import type { After, Before, Config, Journal } from './journal';
import type { Migration } from './migration';
import { enumerate } from './names';
import type { Distribution, ViewerCertificate } from './port';

/**
 * What the move leaves on both sides: the state that whoever deploys a distribution next has to declare.
 * @param seen the ends as they are when the move is done; left out before it, when they are expected from `before`
 * @param strays names that somebody else holds by now: neither side may claim them
 */
export function leftBehind(
  { aliases, target, wildcard }: Migration,
  before: Before,
  seen: { readonly source?: Distribution; readonly target?: Distribution } = {},
  strays: readonly string[] = [],
): After {
  const moved = aliases.filter((alias) => !strays.includes(alias));
  const [source, end] = [seen.source ?? before.source, seen.target ?? before.target];
  const staying = wildcard?.keep ? before.wildcards : [];
  const others = end.aliases.filter((alias) => !before.wildcards.includes(alias));
  const kept = staying.filter((name) => !seen.target || seen.target.aliases.includes(name));
  return {
    source: {
      aliases: source.aliases.filter((alias) => !moved.includes(alias)).toSorted(),
      certificate: source.certificate,
    },
    target: {
      aliases: [...new Set([...others, ...kept, ...moved])].toSorted(),
      certificate: target.certificateArn
        ? attachedCertificate(target.certificateArn, before.target.certificate)
        : end.certificate,
    },
  };
}

/** The two snippets of YAML, and what goes wrong as long as nobody has deployed them. */
export interface Reconciliation {
  readonly source: string;
  readonly target: string;
  readonly warnings: readonly string[];
}

/**
 * A distribution is nearly always deployed from somewhere, and that does not know of the move. Who that is cannot be
 * seen: CloudFormation does not put its own tags on distributions (`cloudFormationSystemTags: false` in the registry
 * schema of AWS::CloudFront::Distribution; coverage roadmap 96 and 2126), so nobody is named and all are warned.
 * @param lost names that have left the target since the move was done
 * @returns undefined for a run that has not come to an end, or has gone back
 */
export function reconciliationOf(journal: Journal, lost: readonly string[] = []): Reconciliation | undefined {
  const { migration, before, phase } = journal;
  if (!before || !['PLANNED', 'DONE'].includes(phase)) return undefined;
  const after = journal.after ?? leftBehind(migration, before);
  const { source, target, accountId } = migration;
  return {
    source: snippetOf(source.distributionId, source.accountId, after.source),
    target: snippetOf(target.distributionId, accountId, after.target),
    warnings: [...lossOf(journal, lost), ...warningsOf(migration, before)],
  };
}

function warningsOf({ aliases, source, target, dns }: Migration, before: Before): string[] {
  const names = enumerate(aliases);
  const records = before.records.length > 0 && dns;
  return [
    `${target.distributionId}: after the move, a deployment that changes it from a template that does not list ${names} takes them off it, and nobody answers them any more: an outage. Deploy it with ReconcileTarget right after the move.`,
    `${source.distributionId}: after the move, a deployment that changes it from a template that still lists ${names} fails, for the target has them (409 CNAMEAlreadyExists). Deploy it with ReconcileSource first.`,
    ...(records
      ? [
          `DNS: if a stack owns the records of ${names}, let its template lead them to ${before.target.domainName}, and keep it from deleting them: deployed as it was, it leads them back to ${before.source.domainName}.`,
        ]
      : []),
  ];
}

const lossOf = ({ migration }: Journal, lost: readonly string[]): string[] =>
  lost.length === 0
    ? []
    : [
        `${enumerate(lost)} ${lost.length === 1 ? 'is' : 'are'} not on ${migration.target.distributionId} any more. If a deployment from an older template took ${lost.length === 1 ? 'it' : 'them'} away, deploy ReconcileTarget now.`,
      ];

const snippetOf = (distributionId: string, accountId: string, { aliases, certificate }: Config): string =>
  [
    `# ${distributionId} in account ${accountId}, as its template has to have it from the move on. Its stack, if it has one:`,
    `# aws cloudformation describe-stack-resources --physical-resource-id ${distributionId}`,
    'DistributionConfig:',
    ...(aliases.length === 0
      ? ['  Aliases: []']
      : ['  Aliases:', ...aliases.map((alias) => `    - ${asYaml(alias)}`)]),
    '  ViewerCertificate:',
    ...certificateLines(certificate).map((line) => `    ${line}`),
    '',
  ].join('\n');

/** A plain `*` begins a reference in YAML. */
const asYaml = (name: string): string => (name.startsWith('*') ? `'${name}'` : name);

/** In the words of AWS::CloudFront::Distribution, which are not those of the API. */
function certificateLines(certificate: ViewerCertificate): string[] {
  switch (certificate.kind) {
    case 'default':
      return ['CloudFrontDefaultCertificate: true'];
    case 'iam':
      return [
        `IamCertificateId: ${certificate.id}`,
        '# and SslSupportMethod and MinimumProtocolVersion as they are',
      ];
    case 'acm':
      return [
        `AcmCertificateArn: ${certificate.arn}`,
        `SslSupportMethod: ${certificate.sslSupportMethod}`,
        `MinimumProtocolVersion: ${certificate.minimumProtocolVersion}`,
      ];
  }
}
