import { diagnose, type Region } from '../src/doctor/diagnose';

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
