import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buildCutover } from '../built';
import { editFile } from './greeting';
import {
  alwaysPassing,
  alwaysSkipped,
  journalsOf,
  namesOf,
  reasonsOf,
  runSet,
  type SuiteRun,
  sayCost,
} from './suite-run';

const type = join(__dirname, '..', '..', '..', '..', 'awscommunity-cloudfront-aliasmigration');

beforeAll(buildCutover, 120_000);

/** A type without tags. */
const skipped = {
  ...alwaysSkipped,
  contract_create_taggable: 'Resource is not taggable. Skipping test.',
  contract_update_tag_updatable: 'Resource is not tagUpdatable. Skipping test.',
};

/** Where an alias was, from the beginning of the suite on: `source`, `target`, …; between two, nobody may have it. */
function whereabouts({ world, before }: SuiteRun, alias: string): string[] {
  const commentOf = (id: string | undefined) =>
    id === undefined ? undefined : world.distributions.get(id)?.config.Comment;
  const sides = [
    ...before.filter((change) => change.alias === alias).slice(-1),
    ...world.ownerHistory.slice(before.length),
  ]
    .filter((change) => change.alias === alias)
    .flatMap(({ distributionId }) => /source|target/.exec(commentOf(distributionId) ?? '')?.[0] ?? []);
  return sides.filter((side, i) => side !== sides[i - 1]);
}

describe.each([
  ['in one account', 1, /^contract-[0-9a-f]{12}\.example\.com$/, 'ATOMIC', 'source'],
  ['across two accounts', 2, /^www\.example\.org$/, 'WILDCARD', 'source'],
  // The customer had set the record before the first create, and nobody else can.
  ["with a customer's DNS", 3, /^www\.customer\.example$/, 'ATOMIC', 'target'],
  ['in two waves', 4, /^shop\.waves\.example$/, 'WILDCARD', 'source'],
] as const)("AWS's contract suite, %s", (_, set, name, strategy, recordLeadsTo) => {
  let run: SuiteRun;
  let alias = '';
  beforeAll(async () => {
    run = await runSet(type, set);
    alias = run.world.ownerHistory.find((change) => name.test(change.alias))?.alias ?? 'none of this name';
    sayCost(run);
  }, 300_000);

  test('runs every test, and all pass or are skipped for a known reason', () => {
    const { report, output } = run;
    if (report.verdict !== 'PASSED') throw new Error(`${JSON.stringify(report.tests, null, 2)}\n${output}`);
    expect(namesOf(run, 'passed').sort()).toEqual([...alwaysPassing].sort());
    expect(reasonsOf(run)).toEqual(skipped);
  });

  test('really moves the alias at every create, and back at every delete', () => {
    const creates = run.report.handlers.CREATE?.succeeded ?? 0;
    expect(creates).toBe(4);
    const there = Array.from({ length: creates }, () => ['target', 'source']).flat();
    expect(whereabouts(run, alias)).toEqual(['source', ...there]);
  });

  test(`moves it by ${strategy}`, () => {
    const moves = run.world.calls.filter(
      ({ actor, operation, outcome }) =>
        actor === 'handler' && operation === 'UpdateDomainAssociation' && outcome === 'ok',
    );
    expect(moves.length > 0).toBe(strategy === 'ATOMIC');
  });

  test('leaves nothing behind: no journal, no lock, records as they were', () => {
    expect(journalsOf(run)).toEqual([]);
    const zone = [...run.world.hostedZones.values()].find(({ name }) => alias.endsWith(name.slice(0, -1)));
    const record = zone?.records.find(({ Name }) => Name === `${alias}.`);
    const holder = [...run.world.distributions.values()].find(({ domainName }) =>
      record?.ResourceRecords?.some(({ Value }) => Value === domainName),
    );
    expect(holder?.config.Comment).toContain(recordLeadsTo);
    const semaphores = [...run.world.hostedZones.values()].flatMap(({ records }) =>
      records.filter(({ Type }) => Type === 'TXT'),
    );
    expect(semaphores).toEqual([]);
  });
});

/** The type's folder with something else in it; what is not tested stays away. */
function typeFolderWith(file: string, from: string | RegExp, to: string): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'type-')), basename(type));
  cpSync(type, folder, { recursive: true, filter: (path) => !/\/(src|node_modules)$/.test(path) });
  editFile(folder, [file, from, to]);
  return folder;
}

test.each([
  ['a permission', 1, /^ *- "cloudfront:GetDistribution"\n/m, 'cloudfront:GetDistribution'],
  ['the permission to assume other roles', 2, /^ *- "sts:AssumeRole"\n/m, 'AssumeRole'],
])(
  'a role without %s that the handler needs: the suite fails, and says which',
  async (_, set, statement, action) => {
    const folder = typeFolderWith('resource-role.yaml', statement, '');
    const { report } = await runSet(folder, set, ['-k', 'contract_create_delete']);
    expect(report).toMatchObject({ verdict: 'FAILED', failed: 1, passed: 0 });
    expect(report.tests[0]?.handler).toMatch(/^CREATE FAILED: AccessDenied: /);
    expect(report.tests[0]?.handler).toContain(action);
  },
  120_000,
);
