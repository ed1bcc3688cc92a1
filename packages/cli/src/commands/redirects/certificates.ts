import { Command } from 'commander';
import type { Io } from '../../io';
import { type Certificate, certificatesFor, lacksFirstName, maxNames } from '../../redirects/certificates';
import { domainsOf, isWildcard } from '../../redirects/domains';
import { rulesIn } from '../../redirects/rules-file';
import { exitCodesOf } from './exit-codes';

const example = `
The tokens of the validation records are ACM's: they are there once the certificate is requested.

Examples:
  $ cutover redirects certificates rules.yml
  $ cutover redirects certificates --json rules.yml | jq '.certificates[0].request' > request.json
  $ aws acm request-certificate --region us-east-1 --cli-input-json file://request.json
`;

export function certificatesCommand(io: Io): Command {
  return new Command('certificates')
    .description(
      `Tell which certificates the hosts need, ${maxNames} names each, and the records that prove them.`,
    )
    .argument('<rules>', 'a rule file')
    .option('--json', 'print one JSON document {count, names, certificates: [{request, validation}], notes}')
    .addHelpText('after', example + exitCodesOf())
    .action((file: string, options: { json?: boolean }) => {
      const domains = domainsOf(rulesIn(file));
      const certificates = certificatesFor(domains);
      const notes = notesOn(domains, certificates);
      const document = { count: certificates.length, names: domains.length, certificates, notes };
      io.out(options.json ? `${JSON.stringify(document, null, 2)}\n` : inWords(certificates, notes));
    });
}

function notesOn(domains: readonly string[], certificates: readonly Certificate[]): string[] {
  const largest = Math.max(
    0,
    ...certificates.map(({ request }) => request.SubjectAlternativeNames.length + 1),
  );
  return [
    ...(certificates.length > 0
      ? ['CloudFront takes certificates of us-east-1 only, and a distribution takes one certificate.']
      : []),
    ...(largest > 10
      ? [
          `ACM's quota is 10 names a certificate; ask for ${maxNames} (Service Quotas: Domain names per ACM certificate).`,
        ]
      : []),
    ...(domains.some(isWildcard)
      ? ['A certificate for *.example.com covers a.example.com, and neither example.com nor a.b.example.com.']
      : []),
    ...certificates
      .filter(lacksFirstName)
      .map(
        ({ request }) =>
          `${request.DomainName} is longer than 64 characters: request it with a shorter name first.`,
      ),
  ];
}

const inWords = (certificates: readonly Certificate[], notes: readonly string[]): string =>
  [
    ...certificates.map(({ request, validation }, i) => {
      const names = [request.DomainName, ...request.SubjectAlternativeNames];
      return [
        `Certificate ${i + 1} of ${certificates.length}: ${names.length} names`,
        ...names.map((name) => `  ${name}`),
        `  proved by ${validation.length} records, kept for renewal:`,
        ...validation.map(({ name, type, value }) => `    ${name} ${type} ${value}`),
      ].join('\n');
    }),
    ...(notes.length > 0 ? [['To know:', ...notes.map((note) => `  - ${note}`)].join('\n')] : []),
  ]
    .map((block) => `${block}\n`)
    .join('\n') || 'The rules have no host: no certificate is needed.\n';
