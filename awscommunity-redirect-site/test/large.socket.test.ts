import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type LocalAws, seedBucket, seedObject } from '@cutover/local-aws';
import { bulkRules } from '../../packages/redirect-rules/test/support/bulk';
import { ACCOUNT, carryOut, startSmallWorld, ZONE } from './cloudformation';

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

function ruleFile(): Buffer {
  const Sites = bulkRules({ redirects: COUNT }).sites.map(({ hosts, rules }) => ({
    Hosts: hosts,
    Rules: rules.map(({ id, match: { path }, outcome: { target } }) => ({
      Id: id,
      Match: path.kind === 'exact' ? path.path : '*',
      To: target?.url,
    })),
  }));
  return Buffer.from(JSON.stringify({ Sites }));
}

(COUNT > 0 ? test : test.skip)(
  `a site of ${COUNT} redirects is made of a file in S3`,
  async () => {
    const { world } = aws!;
    const body = ruleFile();
    seedBucket(world, { accountId: ACCOUNT, name: 'rules' });
    seedObject(world, 'rules', 'site.json', { body });
    const Sha256 = createHash('sha256').update(body).digest('hex');
    const events = await carryOut(aws!, {
      action: 'CREATE',
      properties: {
        RulesSource: { Bucket: 'rules', Key: 'site.json', Sha256 },
        HostedZones: [{ Id: ZONE }],
      },
    });
    console.info(`${COUNT} redirects: ${events.length} turns`);
    expect(events.at(-1)).toMatchObject({
      status: 'SUCCESS',
      resourceModel: { RuleCount: COUNT, RulesDigest: Sha256, Generation: 1 },
    });
  },
  600_000,
);
