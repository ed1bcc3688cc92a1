import { type Clock, secondsToMs } from '@cutover/ground';
import { Failure } from '@cutover/handler-kit';
import { withSlot } from './hosts/slots';
import type { SiteJournal } from './journal';
import { migrationsIn } from './moves/look';
import { withMove } from './moves/moves';
import type { Action } from './observed';
import type { SitePorts } from './port';
import { differenceBetween } from './rules/tests';
import type { SiteTools } from './tools';

/** A turn has 60 seconds, and reading 100,000 rules takes some of them. */
const TURN_BUDGET_SECONDS = 20;

/**
 * Makes one change. Never repeats: what a failed or lost call did is found by the next look.
 * @returns the journal with what only the answer can tell.
 */
export async function perform(
  ports: SitePorts,
  tools: SiteTools,
  action: Action,
  journal: SiteJournal,
): Promise<SiteJournal> {
  const { stores, functions, distributions, certificates, tags, dns } = ports;
  switch (action.kind) {
    case 'createStore':
      return { ...journal, storeArn: (await stores.create(action.name, action.comment)).arn };
    case 'writeItems':
      return writeItems(ports, tools.clock, action, journal);
    case 'createFunction':
      await functions.create(action.draft);
      return journal;
    case 'updateFunction':
      await functions.update(action.draft, action.etag);
      return journal;
    case 'testFunction':
      return testFunction(ports, tools, action, journal);
    case 'publishFunction':
      await functions.publish(action.name, action.etag);
      return journal;
    case 'requestCertificate': {
      const arn = await certificates.request(action.names, action.token, action.tags);
      const request = journal.slots.find(({ n }) => n === action.n)?.request;
      return { ...journal, ...withSlot(journal, action.n, { request: request && { ...request, arn } }) };
    }
    case 'removeCertificate':
      await certificates.remove(action.arn);
      return journal;
    case 'createDistribution': {
      const { id, domainName } = await distributions.create(action.draft);
      return { ...journal, ...withSlot(journal, action.n, { distributionId: id, domainName }) };
    }
    case 'editDistribution':
      await distributions.edit(action.distributionId, action.edit, action.etag);
      return journal;
    case 'putTags':
      await tags.put(action.arn, action.tags);
      return journal;
    case 'removeTags':
      await tags.remove(action.arn, action.keys);
      return journal;
    case 'removeDistribution':
      await distributions.remove(action.distributionId, action.etag);
      return journal;
    case 'changeRecords':
      return { ...journal, changeId: await dns.change(action.hostedZoneId, action.batch) };
    case 'removeFunction':
      await functions.remove(action.name, action.etag);
      return journal;
    case 'move':
      return moveOn(ports, action, journal);
    case 'forgetMove': {
      await migrationsIn(ports).store.remove(action.id);
      const move = journal.moves.find(({ journal: { migrationId } }) => migrationId === action.id);
      return move ? { ...journal, ...withMove(journal, move, { isShown: undefined }) } : journal;
    }
    case 'removeStore':
      await stores.remove(action.name, action.etag);
      return journal;
  }
}

/** What the migration would do itself; the journal of whoever takes locks is where others look for it. */
async function moveOn(
  ports: SitePorts,
  { id, action }: Extract<Action, { kind: 'move' }>,
  journal: SiteJournal,
): Promise<SiteJournal> {
  const move = journal.moves.find(({ journal: { migrationId } }) => migrationId === id);
  if (!move) return journal;
  const { store, domain } = migrationsIn(ports);
  if (action.kind === 'takeLocks') await store.save(id, move.journal);
  return { ...journal, ...withMove(journal, move, { journal: await domain.perform(action, move.journal) }) };
}

/** Batches under one chain of ETags: together they are one change, and how far it came is seen by the items. */
async function writeItems(
  { stores }: SitePorts,
  clock: Clock,
  { storeArn, batches, known, ...action }: Extract<Action, { kind: 'writeItems' }>,
  journal: SiteJournal,
): Promise<SiteJournal> {
  const end = clock.now() + secondsToMs(TURN_BUDGET_SECONDS);
  let etag = action.etag;
  let count = 0;
  for (const batch of batches) {
    if (count > 0 && clock.now() >= end) break;
    const after = await orLater(count, () => stores.update(storeArn, batch, etag));
    if (after === undefined) break;
    etag = after;
    count += 1;
  }
  return {
    ...journal,
    writtenAt: clock.now(),
    items: known && { etag, state: known.state, written: known.written + count },
  };
}

/** Tests change nothing, so they are one step whatever their number; those that passed are not asked again. */
async function testFunction(
  { functions }: SitePorts,
  { clock, eventOf, answerIn }: SiteTools,
  { name, etag, tests }: Extract<Action, { kind: 'testFunction' }>,
  journal: SiteJournal,
): Promise<SiteJournal> {
  const end = clock.now() + secondsToMs(TURN_BUDGET_SECONDS);
  let testing = journal.testing ?? { passed: 0, maxUtilization: 0 };
  for (const [at, { request, expected }] of tests.entries()) {
    if (at > 0 && clock.now() >= end) break;
    const tested = await orLater(at, () => functions.test(name, etag, eventOf(request)));
    if (!tested) break;
    const { output, error, utilization } = tested;
    const maxUtilization = Math.max(testing.maxUtilization, utilization);
    const actual = output === undefined ? undefined : answerIn(output, request);
    const says =
      error === undefined
        ? differenceBetween(request, expected, actual)
        : `GET https://${request.host}${request.uri}: the function failed: ${error}`;
    if (says !== undefined) {
      const times = (testing.failed?.times ?? 0) + 1;
      return { ...journal, testing: { ...testing, maxUtilization, failed: { times, says } } };
    }
    testing = { passed: testing.passed + 1, maxUtilization };
  }
  return { ...journal, testing };
}

/** Undefined where the call did not happen for now: what was done before it stands, and is not to be forgotten. */
async function orLater<T>(doneBefore: number, call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Failure && error.disposition === 'later' && doneBefore > 0) return undefined;
    throw error;
  }
}
