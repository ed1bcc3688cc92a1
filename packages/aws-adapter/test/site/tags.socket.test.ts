import { seedCertificate, seedDistribution } from '@cutover/local-aws';
import { ACCOUNT, type LocalSite, startLocalSite } from './local-site';

const distributionArn = (id: string): string => `arn:aws:cloudfront::${ACCOUNT}:distribution/${id}`;
const certificateArn = (id: string): string => `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/${id}`;
const ID = '8ce3aef1-15d4-45ad-8f8e-bd51768cf536';

/** Two services that say the same in two ways. */
let site: LocalSite;
beforeAll(async () => {
  site = await startLocalSite();
  const { world } = site.aws;
  seedCertificate(world, { accountId: ACCOUNT, arn: certificateArn(ID), names: ['go.example.com'] });
  seedDistribution(world, {
    accountId: ACCOUNT,
    id: 'E1TAGGED',
    config: {
      CallerReference: 'tagged',
      Comment: '',
      Enabled: true,
      Origins: {
        Quantity: 1,
        Items: [{ Id: 'o', DomainName: 'origin.example.com', S3OriginConfig: { OriginAccessIdentity: '' } }],
      },
      DefaultCacheBehavior: { TargetOriginId: 'o', ViewerProtocolPolicy: 'allow-all' },
    },
  });
}, 60_000);
afterAll(() => site?.stop());

describe.each([
  ['a distribution', distributionArn('E1TAGGED'), distributionArn('E1NOBODY')],
  ['a certificate', certificateArn(ID), certificateArn('11111111-1111-4111-8111-111111111111')],
])('tags of %s', (_, arn, nobody) => {
  test('are set by key, and go by key', async () => {
    const { tags } = site.ports;
    expect(await tags.find(arn)).toEqual({});
    await tags.put(arn, { team: 'web', stage: '' });
    await tags.put(arn, { team: 'edge' });
    expect(await tags.find(arn)).toEqual({ team: 'edge', stage: '' });
    await tags.remove(arn, ['stage', 'never there']);
    expect(await tags.find(arn)).toEqual({ team: 'edge' });
  });

  test('are none where nothing has the ARN', async () => {
    expect(await site.ports.tags.find(nobody)).toBeUndefined();
  });
});
