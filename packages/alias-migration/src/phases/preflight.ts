import { examine, type Question, sentenceOf } from '../checks';
import { ledTo } from '../dns/openness';
import type { CustomerName } from '../dns/required';
import type { Trail } from '../dns/trail';
import { explain } from '../explain';
import type { Before, End } from '../journal';
import type { Distribution } from '../port';
import { notFound, settledOn } from '../sought';
import { type Choice, choose } from '../strategies';
import { absentFrom, DEPLOYMENT_POLL_SECONDS, type Outcome, presentOn, type Rule, to, wait } from './phase';

/** PREFLIGHT: every check that can be made is made; then the world of before goes into the journal. */
export const preflight: Rule = {
  looks: [
    'ends',
    'certificate',
    'zone',
    'records',
    'semaphore',
    'holders',
    'authority',
    'names',
    'bypass',
    'alarms',
  ],
  budgetMinutes: 90,
  decide: ({ migration: declared, journal, observed, now }) => {
    const { source, target, sought } = observed;
    if (!target) return absent('Target.DistributionId', declared.target.distributionId, declared.accountId);
    if (!source && sought)
      return {
        kind: 'refuse',
        code: 'InvalidRequest',
        message: `Nothing was changed. ${notFound(declared, sought)}`,
      };
    if (!source)
      return absent('Source.DistributionId', declared.source.distributionId, declared.source.accountId);
    const migration = settledOn(declared, source);
    const choice = choose({ migration, observed });
    const { strategy } = choice.way;
    const question = { migration, strategy, observed, source, target, now };
    const findings = examine(question).flatMap(({ finding }) => finding ?? []);
    if (findings.length > 0)
      return {
        kind: 'refuse',
        code: findings[0]?.code ?? 'InvalidRequest',
        message: `Nothing was changed. ${findings.map(sentenceOf).join(' ')}`,
      };
    const before = beforeOf(question, choice);
    if (migration.planOnly) return to('PLANNED', { before, migration, earlier: undefined });
    if (migration.externalDns?.wait === 'RESUME' && !journal.isResumed)
      return to(migration.externalDns.semaphore ? 'PLACING_SEMAPHORE' : 'AWAITING_DNS', {
        before,
        migration,
        earlier: undefined,
      });
    const busy = [source, target].find((end) => !end.deployed);
    if (busy) return wait(`${busy.id} to finish an earlier deployment`, DEPLOYMENT_POLL_SECONDS);
    // A customer who has not acted yet is no end of an update: the resource goes on waiting as it was.
    if (journal.isResumed && migration.externalDns?.wait === 'RESUME')
      return to('CHECKING_DNS', { before, migration });
    return to('LOCKING', { before, migration, earlier: undefined });
  },
};

/** The world as the preflight found it, and the plan that follows from it. */
export function beforeOf({ migration, observed, source, target }: Question, choice: Choice): Before {
  const past = {
    strategy: choice.way.strategy,
    source: endOf(source),
    target: endOf(target),
    records: observed.records ?? [],
    ...adoption(presentOn(migration.aliases, target)),
    wildcards: absentFrom(choice.way.wildcards(migration), target),
    ...(migration.externalDns && {
      customer: (observed.trails ?? []).map(customerName),
      semaphoreZone: observed.semaphoreZone?.name,
    }),
  };
  return { ...past, plan: explain(migration, past, choice) };
}

const adoption = (adopted: readonly string[]) => adopted.length > 0 && { adopted };

const customerName = (trail: Trail): CustomerName => ({
  name: trail.name,
  zone: trail.zone ?? '',
  ledTo: ledTo(trail),
  // Addresses are the same for every distribution, so it matters to nobody who still has old ones.
  ttlSeconds: trail.ends.every(({ kind }) => kind === 'values') ? 0 : trail.ttlSeconds,
});

const endOf = ({ domainName, aliases, certificate, enabled }: Distribution): End => ({
  domainName,
  aliases,
  certificate,
  ...(!enabled && { isDisabled: true }),
});

const absent = (property: string, distributionId: string, accountId: string): Outcome => ({
  kind: 'refuse',
  code: 'InvalidRequest',
  message: `Nothing was changed. ${property}: there is no distribution ${distributionId} in account ${accountId}. Correct the id or the account.`,
});
