import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type LocalAws, seedBucket, seedObject } from '@cutover/local-aws';
import { bulkRules } from '../../packages/redirect-rules/test/support/bulk';
import type { Properties } from '../src/codec';
import { ACCOUNT, carryOut, type Order, startSmallWorld, ZONE } from './cloudformation';

/*
 * A large set of rules in S3 through the built bundle, in its sandbox and over the wire: by command alone, on a machine
 * that is idle, for the local AWS ends a turn after 30 s. The contract suite's second input is a small one of that kind.
 *
 *     RULES=100000 npx jest awscommunity-redirect-site/test/large --selectProjects socket
 */
const COUNT = Number(process.env.RULES ?? 0);

let aws: LocalAws | undefined;
beforeAll(async () => {
  if (COUNT === 0) return;
  const root = join(__dirname, '..', '..');
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs'), 'awscommunity-redirect-site']);
  aws = await startSmallWorld();
}, 120_000);
afterAll(() => aws?.stop());

/** @param last where the last rule leads */
function ruleFile(last: string): Buffer {
  const Sites = bulkRules({ redirects: COUNT }).sites.map(({ hosts, rules }) => ({
    Hosts: hosts,
    Rules: rules.map(({ id, match: { path }, outcome: { target } }) => ({
      Id: id,
      Match: path.kind === 'exact' ? path.path : '*',
      To: id === rules.at(-1)?.id ? last : target?.url,
    })),
  }));
  return Buffer.from(JSON.stringify({ Sites }));
}

/** The properties of a site whose rules lie at that key, which they are put to. */
function siteOf(Key: string, last: string): Properties {
  const body = ruleFile(last);
  seedObject(aws!.world, 'rules', Key, { body });
  const Sha256 = createHash('sha256').update(body).digest('hex');
  return { RulesSource: { Bucket: 'rules', Key, Sha256 }, HostedZones: [{ Id: ZONE }] };
}

/** Carries it out, and says what it took. @returns what the site shows in the end */
async function carriedOut(what: string, order: Order): Promise<Properties | null | undefined> {
  const [calls, began] = [aws!.world.calls.length, performance.now()];
  const events = await carryOut(aws!, order);
  const writes = aws!.world.calls.slice(calls).filter(({ operation }) => operation === 'UpdateKeys').length;
  const seconds = Math.round((performance.now() - began) / 1000);
  console.info(`${what} of ${COUNT} redirects: ${events.length} turns, ${writes} UpdateKeys, ${seconds} s`);
  expect(events.at(-1)).toMatchObject({ status: 'SUCCESS' });
  return events.at(-1)?.resourceModel;
}

(COUNT > 0 ? test : test.skip)(
  `a site of ${COUNT} redirects is made of a file in S3, changed by one rule, and taken back`,
  async () => {
    seedBucket(aws!.world, { accountId: ACCOUNT, name: 'rules' });
    const former = siteOf('former.json', 'https://www.example.org/former');
    const next = siteOf('next.json', 'https://www.example.org/next');
    const made = await carriedOut('create', { action: 'CREATE', properties: former });
    expect(made).toMatchObject({ RuleCount: COUNT, Generation: 1 });
    const SiteId = made?.SiteId;
    const change = async (what: string, from: Properties, to: Properties) =>
      carriedOut(what, {
        action: 'UPDATE',
        properties: { ...to, SiteId },
        previous: { ...from, SiteId },
        token: what,
      });
    expect(await change('change', former, next)).toMatchObject({ ...next, Generation: 2 });
    expect(await change('rollback', next, former)).toMatchObject({ ...former, Generation: 3 });
  },
  900_000,
);
