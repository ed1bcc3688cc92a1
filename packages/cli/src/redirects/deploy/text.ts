import type { ResourceChange, RulesVersion, StackEvent } from '@cutover/aws-adapter';
import type { Difference } from '@cutover/redirect-rules';
import { counted } from '../counted';
import { differenceText } from '../difference';
import { findingsText } from '../findings';
import { hasFailed, type TestReport, testText } from '../test/summary';
import type { Deployed } from './deploy';
import type { Gated } from './gate';
import type { Live } from './live';

/** What `check` and `test` say; of tests that all matched, how many there were. */
export const gatedText = ({ checked, tests }: Gated): string =>
  `${findingsText(checked)}${tests === undefined ? '' : hasFailed(tests) ? testText(tests, false) : passedText(tests)}`;

function passedText({ results, absent }: TestReport): string {
  const engines = [...new Set(results.map(({ by }) => by))];
  const tests = results.length / Math.max(1, engines.length);
  const skipped = absent.map((words) => `skipped: ${words}\n`).join('');
  return `${skipped}${counted(tests, 'test')}, all MATCHED on ${engines.join(', ')}\n`;
}

/** What visitors will notice. */
export function liveText(live: Live, difference: Difference | undefined, { rules }: Gated): string {
  if (difference !== undefined) return `Against the rules that are deployed:\n${differenceText(difference)}`;
  if (live.kind === 'unreadable')
    return `The stack is there, and its rules cannot be compared with these: ${live.why}\n`;
  const count = rules.sites.reduce((sum, site) => sum + site.rules.length, 0);
  const hosts = rules.sites.reduce((sum, site) => sum + site.hosts.length, 0);
  return `Nothing is deployed yet: ${counted(count, 'rule')} for ${counted(hosts, 'host')} are new\n`;
}

export const versionText = ({ bucket, key, versionId }: RulesVersion): string =>
  `Rules: s3://${bucket}/${key}, version ${versionId}\n`;

export const changesText = (changes: readonly ResourceChange[]): string =>
  `Change set:\n${changes.map(changeText).join('')}`;

const changeText = ({ action, logicalId, type, replacement, properties }: ResourceChange): string => {
  const what = properties.length > 0 ? `: ${properties.join(', ')}` : '';
  const anew =
    replacement === 'True' ? ', REPLACED' : replacement === 'Conditional' ? ', may be replaced' : '';
  return `  ${action} ${logicalId} (${type})${anew}${what}\n`;
};

export const eventText = ({ at, status, logicalId, reason }: StackEvent): string =>
  `${at.slice(11, 19)} ${status} ${logicalId}${reason === '' ? '' : `: ${reason}`}\n`;

export const deployedText = (stack: string, { status, why, outputs }: Deployed): string =>
  [
    status === 'UNCHANGED' ? `${stack}: there is nothing to change\n` : `${stack}: ${status}\n`,
    ...(why === undefined ? [] : [`${why}\n`]),
    ...Object.entries(outputs).map(([name, value]) => `  ${name}: ${value}\n`),
  ].join('');
