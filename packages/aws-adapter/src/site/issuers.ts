import { promises as dns } from 'node:dns';
import { Failure } from '@cutover/handler-kit';
import { PATIENCE, settle } from '../authority';

/** @returns the CAA records of exactly this name. @throws with a `code` */
export type AskCaa = (name: string) => Promise<CaaRecord[]>;
type CaaRecord = Awaited<ReturnType<typeof dns.resolveCaa>>[number];

const askResolver: AskCaa = (name) => new dns.Resolver(PATIENCE).resolveCaa(name);

/** What a set says that allows nobody at all. */
const NOBODY = ';';

/**
 * Who may issue for a name, as RFC 8659 tells it: the first records on the way up from the name to the root decide, for
 * a wildcard those of tag `issuewild` before those of `issue`. Empty: anyone.
 */
export async function issuersOf(name: string, ask: AskCaa = askResolver): Promise<string[]> {
  const isWildcard = name.startsWith('*.');
  const labels = name.replace(/^\*\./, '').split('.');
  for (let i = 0; i < labels.length; i++) {
    const records = await caaOf(labels.slice(i).join('.'), ask);
    if (records.length > 0) return allowedBy(records, isWildcard);
  }
  return [];
}

async function caaOf(name: string, ask: AskCaa): Promise<CaaRecord[]> {
  const records = await settle(() => ask(name));
  if (records !== undefined) return records;
  // An issuer that gets no answer refuses, so this must not pass for "anyone".
  throw new Failure(
    'Unreachable',
    'lookAgain',
    'NetworkFailure',
    `DNS does not say who may issue certificates for ${name} (CAA). Check that the name servers of its zone answer.`,
    'CAA',
  );
}

function allowedBy(records: readonly CaaRecord[], isWildcard: boolean): string[] {
  const issuewild = records.flatMap((record) => record.issuewild ?? []);
  const values =
    isWildcard && issuewild.length > 0 ? issuewild : records.flatMap((record) => record.issue ?? []);
  // Behind the first semicolon are parameters; nothing before it is nobody.
  return [...new Set(values.map((value) => value.split(';', 1)[0]?.trim().toLowerCase() || NOBODY))];
}
