import { capacityFinding, type TypeNeed } from '../src/doctor/capacity';
import { type Connection, connectionFindings } from '../src/doctor/connections';
import { diagnose, type Region } from '../src/doctor/diagnose';
import { distributionsOf } from '../src/doctor/needs';
import { findProjects } from '../src/project/type-project';
import { root } from './workbench';

const open = (region: string, publisherId: string | undefined, count = 1): Region => ({
  region,
  kind: 'open',
  publisherId,
  versions: { 'Acme::Demo::Greeting': count },
});

/** What is wrong, by itself; everything else is fine. */
const rows: [string, Region[], string[]][] = [
  ['nothing stands in the way', [open('us-east-1', 'abc'), open('eu-west-1', 'abc', 49)], []],
  [
    'the account is no publisher in a region',
    [open('us-east-1', 'abc'), open('eu-west-1', undefined)],
    ['eu-west-1 publisher'],
  ],
  ['all version slots are taken', [open('us-east-1', 'abc', 50)], ['us-east-1 version slots']],
  [
    'a region is not enabled',
    [open('us-east-1', 'abc'), { region: 'ca-west-1', kind: 'closed', because: 'The token is invalid.' }],
    ['ca-west-1 region'],
  ],
  [
    'the regions know different publishers',
    [open('us-east-1', 'abc'), open('eu-west-1', 'xyz')],
    ['all publisher'],
  ],
];

test.each(rows)('%s', (_sentence, regions, wrong) => {
  const failed = diagnose(regions).filter(({ isFine }) => !isFine);
  expect(failed.map(({ region, what }) => `${region} ${what}`)).toEqual(wrong);
  for (const { says } of failed) expect(says.length).toBeGreaterThan(30);
});

describe('a connection', () => {
  const arn = 'arn:aws:codeconnections:eu-west-1:310123456789:connection/1';
  const of = 'acme-alpha-pipeline';
  test.each<[Connection['status'], boolean, RegExp]>([
    ['AVAILABLE', true, /acme-alpha-pipeline\) is available/],
    ['PENDING', false, /handshake: choose “Update pending connection”/],
    ['ERROR', false, /lost its authorization: an owner .*start-pipeline-execution/],
    ['absent', false, /does not exist.*deploy acme-alpha-pipeline again/],
    ['unknown', false, /AccessDenied/],
  ])('%s', (status, isFine, says) => {
    const [finding] = connectionFindings([{ arn, of, status, because: 'GetConnection: AccessDenied' }]);
    expect(finding).toMatchObject({ isFine, region: 'eu-west-1', says: expect.stringMatching(says) });
  });

  test('that nobody has named is not called fine', () => {
    expect(connectionFindings([])).toMatchObject([
      { isSkipped: true, says: expect.stringContaining('--namespace') },
    ]);
  });
});

describe('the distributions of an account', () => {
  const mover: TypeNeed = { typeName: 'Acme::Demo::Mover', fixture: 2, tests: 0, newRegions: 28 };
  const site: TypeNeed = { typeName: 'Acme::Demo::Site', fixture: 1, tests: 2, newRegions: 3 };
  test.each<[string, { quota: number | undefined; used: number }, TypeNeed[], boolean, RegExp]>([
    [
      'are enough',
      { quota: 500, used: 12 },
      [mover, site],
      true,
      /^488 of 500 are free; one run needs up to 67 /,
    ],
    ['are just enough', { quota: 67, used: 0 }, [mover, site], true, /^67 of 67/],
    [
      'are too few by one',
      { quota: 67, used: 1 },
      [mover, site],
      false,
      /--desired-value 68 --region us-east-1$/,
    ],
    [
      'are not needed for fixtures that stand already',
      { quota: 8, used: 0 },
      [
        { ...mover, newRegions: 0 },
        { ...site, newRegions: 0 },
      ],
      true,
      /up to 8 distributions \(contract tests: 2 in a wave of 4\)/,
    ],
    [
      'are not told by Service Quotas',
      { quota: undefined, used: 3 },
      [mover],
      false,
      /3 are used.*L-24B04930/,
    ],
  ])('%s', (_sentence, capacity, types, isFine, says) => {
    expect(capacityFinding(capacity, types, 4)).toMatchObject({ isFine, says: expect.stringMatching(says) });
  });

  test('are counted from the fixtures and schemas of the types', () => {
    const needs = findProjects(root).map((project) => [project.typeName, distributionsOf(project)]);
    expect(Object.fromEntries(needs)).toEqual({
      'AwsCommunity::CloudFront::AliasMigration': { fixture: 2, tests: 0 },
      'AwsCommunity::Redirect::Site': { fixture: 1, tests: 2 },
    });
  });
});
