import { createWorld, seedCertificate, seedDistribution, seedHostedZone } from '@cutover/local-aws';
import { accountOption } from '../src/commands/options';
import { localClock } from '../src/local/clock';
import { curlrc, namesOf } from '../src/local/curl';
import { profileTexts } from '../src/local/profiles';

describe('the clock of a local AWS that nobody drives', () => {
  test('follows the wall, faster if asked, ahead by what was skipped', () => {
    let wall = 5000;
    const clock = localClock(1_000_000, 60, () => wall);
    expect(clock.now()).toBe(1_000_000);
    wall += 1000;
    expect(clock.now()).toBe(1_060_000);
    clock.skip(300);
    expect(clock.now()).toBe(1_360_000);
  });
});

describe('the profiles', () => {
  test('name each account, and the first one again as default', () => {
    const accounts = { source: '111122223333', target: '444455556666' };
    expect(profileTexts(accounts, 'http://127.0.0.1:4566')).toEqual({
      config: `[default]
region = us-east-1
output = json
endpoint_url = http://127.0.0.1:4566

[profile source]
region = us-east-1
output = json
endpoint_url = http://127.0.0.1:4566

[profile target]
region = us-east-1
output = json
endpoint_url = http://127.0.0.1:4566
`,
      credentials: `[default]
aws_access_key_id = 111122223333
aws_secret_access_key = local

[source]
aws_access_key_id = 111122223333
aws_secret_access_key = local

[target]
aws_access_key_id = 444455556666
aws_secret_access_key = local
`,
    });
  });

  test.each([
    ['source=111122223333', undefined, { source: '111122223333' }],
    ['b=444455556666', { a: '111122223333' }, { a: '111122223333', b: '444455556666' }],
  ])('come from --account %s', (text, others, expected) => {
    expect(accountOption(text, others)).toEqual(expected);
  });

  test.each([
    ['source', undefined, 'write NAME=NUMBER with twelve digits'],
    ['source=12', undefined, 'write NAME=NUMBER with twelve digits'],
    ['source=444455556666', { source: '111122223333' }, 'repeats an account'],
    ['other=111122223333', { source: '111122223333' }, 'repeats an account'],
  ])('do not come from --account %s', (text, others, message) => {
    expect(() => accountOption(text, others)).toThrow(message);
  });
});

describe('curl', () => {
  test('is led to an edge for every name that there is, and for no wildcard or proof', () => {
    const world = createWorld({ seed: 'curl', startedAt: 0 });
    const [accountId] = [...world.accounts.keys()] as [string];
    const arn = `arn:aws:acm:us-east-1:${accountId}:certificate/1`;
    seedCertificate(world, { accountId, arn, names: ['a.example.com', '*.example.org'] });
    seedDistribution(world, {
      accountId,
      id: 'E1111111SOURCE',
      domainName: 'd1.cloudfront.net',
      config: {
        CallerReference: '1',
        Comment: '',
        Enabled: true,
        Aliases: { Quantity: 2, Items: ['a.example.com', '*.example.org'] },
        ViewerCertificate: { ACMCertificateArn: arn, SSLSupportMethod: 'sni-only' },
        Origins: { Quantity: 1, Items: [{ Id: 'o', DomainName: 'o.example.net' }] },
        DefaultCacheBehavior: { TargetOriginId: 'o', ViewerProtocolPolicy: 'allow-all' },
      },
    });
    const record = (Name: string, Type: 'CNAME' | 'TXT') => ({
      Name,
      Type,
      TTL: 60,
      ResourceRecords: [{ Value: Type === 'TXT' ? '"x"' : 'd1.cloudfront.net' }],
    });
    seedHostedZone(world, {
      accountId,
      id: 'Z1',
      name: 'example.com',
      records: [
        record('a.example.com', 'CNAME'),
        record('b.example.com', 'CNAME'),
        record('_proof.example.com', 'CNAME'),
        record('*.example.com', 'CNAME'),
        record('t.example.com', 'TXT'),
      ],
    });
    expect(namesOf(world)).toEqual(['a.example.com', 'b.example.com', 'd1.cloudfront.net']);
    expect(curlrc(namesOf(world).slice(0, 2), '/tmp/ca.pem', '127.0.0.1:8443')).toBe(
      'cacert = "/tmp/ca.pem"\nconnect-to = "a.example.com:443:127.0.0.1:8443"\nconnect-to = "b.example.com:443:127.0.0.1:8443"\n',
    );
  });
});
