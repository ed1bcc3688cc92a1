import { freshJournal, type Journal, type Migration, migrationJournals } from '@cutover/alias-migration';
import { createWorld, seedDistribution, seedHostedZone, seedParameter, type World } from '@cutover/local-aws';
import { AuthorityLog } from '../src/rehearsal/record/authority-log';
import { resolverAnswers, wayBackOf } from '../src/rehearsal/record/run-record';
import { StageLog, type Turn } from '../src/rehearsal/record/stage-log';

const accountId = '310123456789';
const aWorld = (): World =>
  createWorld({ seed: 'report', startedAt: 0, accounts: [{ id: accountId, name: 'target' }] });

const migration: Migration = {
  accountId,
  aliases: ['a.example.com'],
  target: { distributionId: 'E2222222TARGET' },
  source: { distributionId: 'E1111111SOURCE', accountId: '636696000000' },
  strategy: 'AUTO',
  verification: { path: '/', minConsecutive: 3, bakeMinutes: 5 },
  deletionBehavior: 'KEEP',
  planOnly: false,
};

describe('where a migration stands', () => {
  let world: World;
  let log: StageLog;
  beforeEach(() => {
    world = aWorld();
    log = new StageLog(world);
  });

  /** As the handler keeps it. */
  async function keep(changes: Partial<Journal>): Promise<void> {
    const store = migrationJournals({
      list: async () => [],
      put: async (name, value) => {
        world.parameters.clear();
        seedParameter(world, { accountId, region: 'us-east-1', name, value });
        return true;
      },
      remove: async () => {},
    });
    await store.save('am-1', { ...freshJournal('am-1', migration, {}, 0), touched: true, ...changes });
  }

  const turn = (message: string, MigrationId?: string): Turn =>
    ({
      payload: { requestData: { logicalResourceId: 'Move', resourceProperties: {} } },
      event: { message, resourceModel: MigrationId === undefined ? null : { MigrationId } },
    }) as unknown as Turn;

  it('is read from the journal that the handler has written', async () => {
    await keep({ phase: 'RELEASING' });
    await log.onTurn(turn('Cutover.', 'am-1'), 110);
    expect(log.stages).toEqual([
      {
        t: 110,
        of: 'Move',
        phase: 'RELEASING',
        says: 'Cutover.',
        wayBack: {
          short: expect.stringMatching(/^By itself/),
          how: expect.stringMatching(/^One update adds/),
        },
      },
    ]);
  });

  it('is told once while nothing changes but seconds that run down', async () => {
    await keep({ phase: 'BAKING' });
    for (const left of [30, 20, 10]) await log.onTurn(turn(`Waiting (${left} s left).`, 'am-1'), 300 - left);
    expect(log.stages.map(({ t }) => t)).toEqual([270]);
  });

  it('is known by the last turn when the answer names no migration any more', async () => {
    await keep({ phase: 'RESTORING' });
    await log.onTurn(turn('Going back.', 'am-1'), 10);
    await keep({ phase: 'RESTORED' });
    await log.onTurn(turn('The names are back.'), 20);
    expect(log.wayBacks().get('Move')?.short).toBe('None needed');
  });

  it('is nothing at all for a run that was refused at once', async () => {
    await log.onTurn(turn('Nothing was changed. Aliases: one is an apex.'), 5);
    expect(log.stages).toMatchObject([{ phase: 'PREFLIGHT', wayBack: { how: 'Nothing has been changed.' } }]);
  });

  it('has no way back of its own once the journal of a finished move is gone', async () => {
    await keep({ phase: 'DONE' });
    await log.onTurn(turn('Moved.', 'am-1'), 10);
    world.parameters.clear();
    await log.onTurn(turn('Forgotten.'), 20);
    expect(log.wayBacks().get('Move')?.short).toBe('Declare a move back');
  });

  it('needs no way back once the journal of a move that went back is gone', async () => {
    await keep({ phase: 'RESTORED' });
    await log.onTurn(turn('Back.', 'am-1'), 10);
    world.parameters.clear();
    await log.onTurn(turn('Forgotten.'), 20);
    expect(log.wayBacks().get('Move')?.short).toBe('None needed');
  });
});

describe('the way back on the first screen', () => {
  it('is said to be unprepared when no migration took part', () => {
    expect(wayBackOf(new Map()).short).toBe('None was prepared');
  });

  it('names the migrations when there are several', () => {
    const wayBacks = new Map([
      ['One', { short: 'None needed', how: 'Back.' }],
      ['Two', { short: 'None needed', how: 'Back too.' }],
    ]);
    expect(wayBackOf(wayBacks)).toEqual({
      short: 'None needed',
      sentences: ['One: Back.', 'Two: Back too.'],
    });
  });
});

test('the resolver speaks where it says something else than before', () => {
  const lookup = { name: 'a.example.com', addresses: ['203.0.113.10'], through: ['d1.cloudfront.net'] };
  const answers = resolverAnswers([
    { t: 0, ...lookup },
    { t: 60_000, ...lookup },
    { t: 90_000, ...lookup, addresses: [], through: [], error: 'DNS answers NXDOMAIN for a.example.com' },
  ]);
  expect(answers.map(({ t, answer }) => [t, answer])).toEqual([
    [0, 'CNAME d1.cloudfront.net: 203.0.113.10'],
    [90, 'DNS answers NXDOMAIN for a.example.com'],
  ]);
});

test('the name servers are heard at every change: CNAME, ALIAS with what it leads to, and absence', () => {
  const world = aWorld();
  const zone = seedHostedZone(world, { accountId, id: 'Z1', name: 'example.com', records: [] });
  const alias = {
    HostedZoneId: 'Z2FDTNDATAQYW2',
    DNSName: 'd1.cloudfront.net.',
    EvaluateTargetHealth: false,
  };
  seedDistribution(world, {
    accountId,
    id: 'E1111111SOURCE',
    domainName: 'd1.cloudfront.net',
    config: {
      CallerReference: 'report',
      Comment: '',
      Enabled: true,
      Origins: {
        Quantity: 1,
        Items: [{ Id: 'o', DomainName: 'origin.example.net', S3OriginConfig: { OriginAccessIdentity: '' } }],
      },
      DefaultCacheBehavior: { TargetOriginId: 'o', ViewerProtocolPolicy: 'allow-all' },
    },
  });
  const log = new AuthorityLog(world, ['a.example.com']);
  const publish = (records: object[]): void => {
    zone.published = records as never;
  };
  log.onBeat(0);
  publish([
    { Name: 'a.example.com.', Type: 'CNAME', TTL: 60, ResourceRecords: [{ Value: 'd1.cloudfront.net' }] },
  ]);
  log.onBeat(1);
  log.onBeat(2);
  publish([{ Name: 'a.example.com.', Type: 'A', AliasTarget: alias }]);
  log.onBeat(3);
  expect(log.answers.map(({ t, answer }) => [t, answer])).toEqual([
    [0, 'NXDOMAIN'],
    [1, 'CNAME d1.cloudfront.net'],
    [3, expect.stringMatching(/^ALIAS d1\.cloudfront\.net: 203\.0\.113\.10, /)],
  ]);
});
