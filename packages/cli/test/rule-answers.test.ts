import { createHash } from 'node:crypto';
import { createWorld, seedBucket, seedObject, seedParameter } from '@cutover/local-aws';
import { readRules } from '@cutover/redirect-rules';
import { freshJournal, siteJournals } from '@cutover/redirect-site';
import type { RequestRecord } from '@cutover/traffic-probe';
import { answersByRule } from '../src/rehearsal/record/rule-answers';
import { RuleLog, type ServedGeneration } from '../src/rehearsal/record/rule-log';
import type { Turn } from '../src/rehearsal/record/stage-log';

const sites = (to: string) => [
  { Hosts: ['go.example.com'], Rules: [{ Id: 'campaign', Match: '/', To: to, Status: 302 }] },
  { Hosts: ['shop.example.com'], Unmatched: { To: 'https://www.example.com/shop', Status: 302 } },
];
const summer = 'https://www.example.com/summer';
const autumn = 'https://www.example.com/autumn';

const generation = (number: number, to: string): ServedGeneration => {
  const { rules } = readRules(JSON.stringify({ Sites: sites(to) }), 'rules.json');
  return { siteId: 'rs-1', number, rules: rules! };
};
const both = [generation(1, summer), generation(2, autumn)];

const request = (name: string, t: number, location: string, status = 302): RequestRecord => ({
  ...{ t, name, address: '203.0.113.10', connection: 'new', failed: false },
  ...{ status, location },
});
const asked = { path: '/', startedAt: 0, durationSeconds: 4 };

describe('answers by rule', () => {
  test('are told from status and location, by what the rules of each generation mean', () => {
    const log = [
      request('go.example.com', 0, summer),
      request('shop.example.com', 100, 'https://www.example.com/shop'),
      request('go.example.com', 1200, autumn),
      request('go.example.com', 1300, summer),
      request('go.example.com', 3999, autumn),
    ];
    expect(answersByRule(log, both, asked)).toEqual({
      everySeconds: 1,
      answers: [
        {
          ...{ name: 'go.example.com', rule: 'campaign', generations: [1], status: 302, location: summer },
          ...{ requests: 2, from: 0, to: 1.3, perInterval: [1, 1, 0, 0] },
        },
        {
          ...{ name: 'shop.example.com', rule: 'unmatched', generations: [1, 2], status: 302 },
          ...{ location: 'https://www.example.com/shop', requests: 1, from: 0.1, to: 0.1 },
          perInterval: [1, 0, 0, 0],
        },
        {
          ...{ name: 'go.example.com', rule: 'campaign', generations: [2], status: 302, location: autumn },
          ...{ requests: 2, from: 1.2, to: 3.999, perInterval: [0, 1, 0, 1] },
        },
      ],
    });
  });

  test.each<[string, RequestRecord]>([
    ['a location that no rule gives', request('go.example.com', 0, 'https://elsewhere.example.org/')],
    ['a status that no rule gives', request('go.example.com', 0, summer, 301)],
  ])('name no rule for %s', (_, strange) => {
    expect(answersByRule([strange], both, asked)?.answers).toMatchObject([{ generations: [], requests: 1 }]);
    expect(answersByRule([strange], both, asked)?.answers[0]).not.toHaveProperty('rule');
  });

  test('are none where no redirect site has any of the names', () => {
    expect(answersByRule([request('a.example.com', 0, summer)], both, asked)).toBeUndefined();
    expect(answersByRule([request('go.example.com', 0, summer)], [], asked)).toBeUndefined();
  });
});

describe('the generations of a site', () => {
  const accountId = '310123456789';
  const turn = (SiteId: string): Turn =>
    ({
      payload: { requestData: { resourceProperties: {} } },
      event: { resourceModel: { SiteId } },
    }) as unknown as Turn;

  test('are read from the journal that the handler has written, and the rules from S3, each once', async () => {
    const world = createWorld({ seed: 'rules', startedAt: 0, accounts: [{ id: accountId, name: 'site' }] });
    const body = Buffer.from(JSON.stringify({ Sites: sites(summer) }));
    seedBucket(world, { accountId, name: 'rules' });
    seedObject(world, 'rules', 'site.json', { body });
    const log = new RuleLog(world);
    const journals = siteJournals({
      list: async () => [],
      put: async (name, value) => {
        const [before] = [...world.parameters].find(([, each]) => each.name === name) ?? [];
        if (before !== undefined) world.parameters.delete(before);
        seedParameter(world, { accountId, region: 'us-east-1', name, value });
        return true;
      },
      remove: async () => {},
    });
    const declared = { RulesSource: { Bucket: 'rules', Key: 'site.json' } };
    const journal = freshJournal('rs-1', declared, 0);
    await journals.save('rs-1', journal);
    await log.onTurn(turn('rs-1'));
    expect(log.generations).toEqual([]);
    const rulesDigest = createHash('sha256').update(body).digest('hex');
    const live = { number: 1, declared, rulesDigest, contentDigest: '', ruleCount: 2, testsPassed: 2 };
    await journals.save('rs-1', { ...journal, revision: 1, live });
    for (const siteId of ['rs-1', 'rs-1', 'rs-2']) await log.onTurn(turn(siteId));
    expect(log.generations).toMatchObject([
      { siteId: 'rs-1', number: 1, rules: { sites: [{ hosts: ['go.example.com'] }, {}] } },
    ]);
  });
});
