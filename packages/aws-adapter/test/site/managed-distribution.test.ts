import { managedConfig } from '../../src/site/managed-distribution';

const draft = {
  callerReference: 'rs-1-1',
  comment: 'Redirect site rs-1',
  aliases: ['go.example.com'],
  certificateArn: 'arn:c',
  functionArn: 'arn:f',
  priceClass: 'PriceClass_All',
  tags: {},
};
type Draft = Parameters<typeof managedConfig>[0];

describe('a distribution of the site', () => {
  test.each<[string, Partial<Draft>, object]>([
    [
      'lets the function answer http://, which goes to https first where HSTS is set',
      {},
      { DefaultCacheBehavior: { ViewerProtocolPolicy: 'allow-all' } },
    ],
    [
      'sends every http:// to https itself where that is asked for',
      { httpsFirst: 'Always' },
      { DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https' } },
    ],
    ['has an origin that never resolves', {}, { Origins: { Items: [{ DomainName: 'redirects.invalid' }] } }],
    [
      'has the origin that is to answer where the function does not, over https alone',
      { origin: 'fallback.example.com' },
      {
        Origins: {
          Items: [
            {
              DomainName: 'fallback.example.com',
              CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
            },
          ],
        },
      },
    ],
    ['writes no logs', {}, { Logging: undefined }],
    [
      'writes logs without cookies to the bucket by its domain name',
      { logs: { bucket: 'logs', prefix: 'go/' } },
      { Logging: { Enabled: true, IncludeCookies: false, Bucket: 'logs.s3.amazonaws.com', Prefix: 'go/' } },
    ],
  ])('%s', (_, more, expected) => {
    expect(managedConfig({ ...draft, ...more })).toMatchObject(expected);
  });
});
