import type { Examined } from '@cutover/alias-migration';
import { plural } from '../live/format';
import type { Plan } from './plan';

/** The plan for people: what, why, whether it may, and how it is undone. */
export function planText({ migration, preview }: Plan): string {
  const { aliases, source, target } = migration;
  const failed = preview.checks.filter(({ finding }) => finding);
  const lines = [
    `Move ${aliases.join(', ')}`,
    `  from ${source.distributionId} (${preview.sourceDomainName}, account ${source.accountId})`,
    `    to ${target.distributionId} (${preview.targetDomainName}, account ${migration.accountId})`,
    '',
    `Strategy ${preview.strategy}: ${preview.why}.`,
    ...preview.others.map(({ strategy, whyNot }) => `  Not ${strategy}: ${whyNot}.`),
    '',
    failed.length === 0
      ? `Checks: all ${preview.checks.length} hold.`
      : `Checks: ${plural(failed.length, 'check')} of ${preview.checks.length} not passed; nothing would be touched.`,
    ...preview.checks.flatMap(checkLines),
    '',
    'What is done, and the way back from there',
    ...preview.steps.flatMap(({ does, fromHere }, index) => [
      `  ${index + 1}. ${does}`,
      `     Way back: ${fromHere.how}`,
    ]),
    `  When it is done`,
    `     Way back: ${preview.wayBackWhenDone.short}. ${preview.wayBackWhenDone.how}`,
    '',
    'Nothing was changed.',
  ];
  return `${lines.join('\n')}\n`;
}

const checkLines = ({ check, finding }: Examined): string[] => [
  `  ${finding ? '✗' : '✓'} ${inWords(check)}`,
  ...(finding ? [`      ${finding.property}: ${finding.found} ${finding.remedy}`] : []),
];

/** Checks are named by the law that they hold: `certificateCoversTheNames`. */
export const inWords = (check: string): string =>
  check.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(' dns', ' DNS');
