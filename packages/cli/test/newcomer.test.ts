import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { main } from '../src/main';
import { readFolder } from '../src/rehearsal/folder';
import { recordingIo } from './io';

interface Given {
  readonly account?: string;
  readonly aliases?: readonly string[];
  readonly certificate?: string;
  readonly origin?: string;
}

const distribution = (
  id: string,
  { account = '444455556666', aliases = [], certificate, origin }: Given,
) => ({
  ETag: 'E1',
  Distribution: {
    Id: id,
    ARN: `arn:aws:cloudfront::${account}:distribution/${id}`,
    DomainName: `d${id.toLowerCase()}.cloudfront.net`,
    DistributionConfig: {
      Aliases: { Quantity: aliases.length, Items: aliases },
      ViewerCertificate: certificate
        ? { ACMCertificateArn: certificate }
        : { CloudFrontDefaultCertificate: true },
      Origins: { Quantity: 1, Items: [{ Id: 'o', DomainName: origin ?? `${id.toLowerCase()}.example.net` }] },
      DefaultCacheBehavior: { TargetOriginId: 'o' },
    },
  },
});

const zones = ['example.com.', 'sub.example.com.', 'example.org.'].map((Name, i) => ({
  Id: `/hostedzone/Z000${i}`,
  Name,
}));
const arn = (name: string): string => `arn:aws:acm:us-east-1:444455556666:certificate/${name}`;

/** An empty folder, or one with these outputs pasted. */
function folderWith(pasted: Record<string, unknown> = {}): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'newcomer-')), 'move');
  mkdirSync(join(folder, 'before'), { recursive: true });
  for (const [name, output] of Object.entries(pasted))
    writeFileSync(join(folder, 'before', `${name}.json`), JSON.stringify(output));
  return folder;
}

const firstRound = (source: Given = {}, target: Given = {}) => ({
  'source.get-distribution': distribution('E1OLDSITE', {
    aliases: ['www.example.com'],
    certificate: arn('one'),
    ...source,
  }),
  'target.get-distribution': distribution('E2NEWSITE', { certificate: arn('one'), ...target }),
  'list-hosted-zones': { HostedZones: zones },
});
const secondRound = {
  'source.describe-certificate': {},
  'target.describe-certificate': {},
  'list-resource-record-sets': {},
};

async function run(folder: string, ...options: string[]) {
  const io = recordingIo();
  const code = await main(['new', folder, ...options], io);
  const commands = io.stdout.split('\n').flatMap((line) => (line.startsWith('  aws') ? [line.trim()] : []));
  return { code, out: io.stdout, err: io.stderr.replaceAll(folder, 'FOLDER').trimEnd(), commands };
}

const movedIn = (folder: string) => {
  const tags = [{ tag: '!GetAtt', resolve: (text: string) => text }];
  return parse(readFileSync(join(folder, 'migration.yml'), 'utf8'), { customTags: tags }).Resources.Move
    .Properties;
};

describe('cutover new asks for', () => {
  test('both distributions and the hosted zones first, by the profiles that are given', async () => {
    const { code, commands } = await run(
      folderWith(),
      '--source',
      'E1OLDSITE',
      '--target',
      'E2NEWSITE',
      '--target-profile',
      'new',
    );
    expect(code).toBe(1);
    expect(commands.map((line) => line.split(' > ')[0])).toEqual([
      'aws cloudfront get-distribution --id E1OLDSITE --output json',
      'aws cloudfront get-distribution --id E2NEWSITE --output json --profile new',
      'aws route53 list-hosted-zones --output json',
    ]);
  });

  test('only what is missing still', async () => {
    const { 'source.get-distribution': there } = firstRound();
    const { commands } = await run(folderWith({ 'source.get-distribution': there }), '--target', 'E2NEWSITE');
    expect(commands).toHaveLength(2);
  });

  test('it again where the command failed, and left an empty file', async () => {
    const folder = folderWith({ ...firstRound() });
    writeFileSync(join(folder, 'before', 'target.get-distribution.json'), '');
    expect((await run(folder, '--target', 'E2NEWSITE')).commands).toHaveLength(1);
  });

  test.each<[string, Given, Given, string[]]>([
    ['a certificate that both share once, and the records', {}, {}, ['one', 'Z0000']],
    ['two certificates', {}, { certificate: arn('two') }, ['one', 'two', 'Z0000']],
    ['the zone that ends the name at the longest', { aliases: ['a.sub.example.com'] }, {}, ['one', 'Z0001']],
  ])('%s', async (_, source, target, ids) => {
    const { commands } = await run(folderWith(firstRound(source, target)));
    expect(commands.map((line) => /([^/ ]+) --output/.exec(line)?.[1])).toEqual(ids);
  });
});

test.each<[string, Record<string, unknown>, string[], RegExp]>([
  [
    'no distributions',
    {},
    [],
    /^cutover: which distributions\? Name both: cutover new FOLDER --source E… --target E…/,
  ],
  [
    'output of another command',
    { ...firstRound(), 'source.get-distribution': { DistributionConfig: {} } },
    [],
    /source\.get-distribution\.json: has no Distribution; paste the output of `aws cloudfront get-distribution`/,
  ],
  ['a source without names', firstRound({ aliases: [] }), [], /the source E1OLDSITE has no aliases/],
  [
    'a name of another one',
    firstRound(),
    ['--names', 'x.org'],
    /does not have x\.org; it has www\.example\.com/,
  ],
  ['a zone elsewhere', firstRound({ aliases: ['a.net'] }), [], /no public zone for a\.net; .*--zone-profile/],
  [
    'a target without a certificate',
    firstRound({}, { certificate: undefined }),
    [],
    /carries no certificate; .*--certificate/,
  ],
])('%s: one line, exit code 2', async (_, pasted, options, line) => {
  const { code, err } = await run(folderWith(pasted), ...options);
  expect(code).toBe(2);
  expect(err).toMatch(line);
  expect(err.split('\n')).toHaveLength(1);
});

describe('cutover new writes', () => {
  test('a folder for one account', async () => {
    const folder = folderWith({ ...firstRound(), ...secondRound });
    expect(await run(folder)).toMatchObject({ code: 0, commands: [] });
    expect(readFolder(folder)).toMatchObject({
      accounts: { main: '444455556666' },
      traffic: { names: ['www.example.com'] },
      expect: { finalSide: { 'www.example.com': 'target' } },
    });
    expect(movedIn(folder)).toMatchObject({
      Aliases: ['www.example.com'],
      Source: { DistributionId: 'E1OLDSITE' },
      Target: { DistributionId: 'E2NEWSITE' },
      Dns: { HostedZoneId: 'Z0000' },
    });
  });

  test('a role for another account, and the certificate that is to be attached', async () => {
    const pasted = firstRound({ account: '111122223333' }, { certificate: undefined });
    const folder = folderWith({ ...pasted, ...secondRound, 'attached.describe-certificate': {} });
    expect((await run(folder, '--certificate', arn('new'))).code).toBe(0);
    const role = 'arn:aws:iam::111122223333:role/alias-migration-access';
    expect(movedIn(folder)).toMatchObject({
      Source: { AccountId: '111122223333', RoleArn: role, ExternalId: 'move-of-www.example.com' },
      Target: { CertificateArn: arn('new') },
      Dns: { RoleArn: role },
    });
    expect(readFolder(folder).before.stacks).toMatchObject([
      { account: 'source', template: 'source-access.yml' },
    ]);
  });

  test('no role for the zone where the target has it', async () => {
    const folder = folderWith({ ...firstRound({ account: '111122223333' }), ...secondRound });
    await run(folder, '--target-profile', 'new', '--zone-profile', 'new');
    expect(movedIn(folder).Dns).toEqual({ HostedZoneId: 'Z0000' });
    expect(readFolder(folder).before.hostedZones).toMatchObject([{ account: 'target' }]);
  });

  test('a mark for each side, also where both ask one origin', async () => {
    const origin = 'one.example.net';
    const folder = folderWith({ ...firstRound({ origin }, { origin }), ...secondRound });
    await run(folder);
    expect(readFolder(folder).origins[origin]?.rules).toMatchObject([
      { distribution: 'E1OLDSITE', headers: { 'x-answered-for': 'source' } },
      { distribution: 'E2NEWSITE', headers: { 'x-answered-for': 'target' } },
    ]);
  });

  test('a wildcard with quotes, and a name under it for the traffic', async () => {
    const folder = folderWith({ ...firstRound({ aliases: ['*.example.com'] }), ...secondRound });
    await run(folder);
    expect(movedIn(folder).Aliases).toEqual(['*.example.com']);
    expect(readFolder(folder).traffic.names).toEqual(['any.example.com']);
  });

  test('nothing over a rehearsal that is there', async () => {
    const folder = folderWith({ ...firstRound(), ...secondRound });
    await run(folder);
    expect(await run(folder)).toMatchObject({ code: 2, err: expect.stringContaining('is there already') });
  });

  test('what it did as JSON', async () => {
    const folder = folderWith(firstRound());
    const { out } = await run(folder, '--json');
    expect(JSON.parse(out)).toMatchObject({
      complete: false,
      commands: [expect.any(String), expect.any(String)],
      written: [],
    });
  });
});
