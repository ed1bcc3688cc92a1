import { lines } from './lines';
import { pastedFile, type Side } from './pasted';
import type { Answers } from './questions';
import { accessTemplate, migrationTemplate } from './templates';

/** The files of a rehearsal folder beside the pasted ones, by their paths in it. */
export const folderFiles = (answers: Answers): Readonly<Record<string, string>> => ({
  'rehearsal.yml': rehearsalFile(answers),
  'migration.yml': migrationTemplate(answers),
  ...(isCrossAccount(answers) ? { 'source-access.yml': accessTemplate(answers) } : {}),
});

export const isCrossAccount = ({ source, target }: Answers): boolean => source.accountId !== target.accountId;

/** Both sides are one account's: it has one name. */
const accountNameOf = (answers: Answers, side: Side): string => (isCrossAccount(answers) ? side : 'main');

const rehearsalFile = (answers: Answers): string => {
  const { source, target, names } = answers;
  const hosts = names.map((name) => name.replace('*', 'any'));
  return `# What there is before, what is deployed when, and which traffic runs meanwhile.
description: '${names.join(', ')} move${names.length === 1 ? 's' : ''} from ${source.id} to ${target.id}'

accounts:
${lines(accountLines(answers), 2)}

before:
${lines(beforeLines(answers), 2)}

# The origins are played on this machine, and answer 200 to everything. The header tells the traffic
# which side has answered. Rules may say otherwise for a path or a host, for example { path: /health, status: 500 }.
origins:
${lines(originLines(answers), 2)}

deploy:
  - { at: 60, account: ${accountNameOf(answers, 'target')}, stack: alias-migration, template: migration.yml }

traffic:
  names: [${hosts.join(', ')}]
  path: /
  expect:
    status: 200
    sides:
      source: { header: ${mark}, value: source }
      target: { header: ${mark}, value: target }

expect:
  finalSide: { ${hosts.map((host) => `${host}: target`).join(', ')} }
`;
};

const accountLines = (answers: Answers): string[] =>
  isCrossAccount(answers)
    ? [`source: '${answers.source.accountId}'`, `target: '${answers.target.accountId}'`]
    : [`main: '${answers.source.accountId}'`];

function beforeLines(answers: Answers): string[] {
  const { source, target, zone, zoneSide, certificates } = answers;
  const item = (side: Side, rest: string): string =>
    `  - { account: ${accountNameOf(answers, side)}, ${rest} }`;
  return [
    'certificates:',
    ...certificates.map(({ side, file }) => item(side, `file: ${file}`)),
    'distributions:',
    item('source', `id: ${source.id}, file: ${pastedFile.end('source')}`),
    item('target', `id: ${target.id}, file: ${pastedFile.end('target')}`),
    'hostedZones:',
    item(zoneSide, `id: ${zone.id}, name: ${zone.name}, file: ${pastedFile.records}`),
    ...(isCrossAccount(answers)
      ? [
          'stacks:',
          "  # The role that the source's account gives to the target's.",
          '  - { account: source, stack: alias-migration-access, template: source-access.yml }',
        ]
      : []),
  ];
}

/** Both sides may ask one origin; then only the distribution tells them apart. */
function originLines({ source, target }: Answers): string[] {
  const sides = Object.entries({ source, target });
  const all = new Set([...source.originDomainNames, ...target.originDomainNames]);
  return [...all].flatMap((origin) => [
    `${origin}:`,
    '  rules:',
    ...sides
      .filter(([, end]) => end.originDomainNames.includes(origin))
      .map(([side, { id }]) => `    - { distribution: ${id}, headers: { ${mark}: ${side} } }`),
  ]);
}

const mark = 'x-answered-for';
