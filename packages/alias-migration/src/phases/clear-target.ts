import { enumerate } from '../names';
import type { ViewerCertificate } from '../port';
import { editOf, type Outcome, presentOn, type Run } from './phase';
import { unwind } from './unwind';

/** What we brought to the target goes: names, wildcard, certificate. */
export function clearTarget(run: Run): Outcome | undefined {
  const { migration, before, target } = run;
  const brought = [...before.wildcards, ...migration.aliases].filter(
    (name) => !before.target.aliases.includes(name),
  );
  const removeAliases = presentOn(brought, target);
  const certificate = certificateOfBefore(run, removeAliases);
  if (removeAliases.length === 0 && !certificate) return undefined;
  const edit = { addAliases: [], removeAliases, ...(certificate && { certificate }) };
  const what = enumerate([...removeAliases, ...(certificate ? ['the certificate'] : [])]);
  return unwind(run, editOf('target', run.target, edit), `Taking ${what} off the target again.`, 5);
}

/** The certificate that ours took the place of; undefined when ours is not there, was there, or others need it now. */
function certificateOfBefore(
  { migration, before, target }: Run,
  leaving: readonly string[],
): ViewerCertificate | undefined {
  const { certificateArn } = migration.target;
  const isOurs = ({ certificate }: { certificate: ViewerCertificate }): boolean =>
    certificate.kind === 'acm' && certificate.arn === certificateArn;
  const staying = target.aliases.filter((alias) => !leaving.includes(alias));
  // Somebody else's names on the target may live on our certificate by now: then it stays.
  const isNeeded = staying.some((alias) => !before.target.aliases.includes(alias));
  return isOurs(target) && !isOurs(before.target) && !isNeeded ? before.target.certificate : undefined;
}
