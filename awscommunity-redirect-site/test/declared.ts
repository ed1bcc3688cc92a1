import type { Properties } from '../src/codec';

/** Every form that the language has, and every property beside it; not meant to be deployed. */
export const everything: Properties = {
  Defaults: {
    Status: 302,
    Path: 'Drop',
    Query: 'Merge',
    Headers: { 'X-Robots-Tag': 'noindex', 'x-then': 'not a promise' },
    CacheControl: 'max-age=3600',
    Hsts: { MaxAge: 31536000, IncludeSubDomains: true, Preload: false },
    Case: 'Ignore',
    TrailingSlash: 'Ignore',
    Encoding: 'Nginx',
    Unmatched: { Status: 410, Body: { Text: '<h1>Gone</h1>', ContentType: 'text/html' } },
  },
  Policy: { AllowedTargets: ['*.example.com'], MinRuleCoverage: 12.5 },
  Sites: [
    {
      Id: 'main',
      Hosts: ['a.example.com', '*.b.example.com'],
      Defaults: { CacheControl: false, Hsts: false },
      Rules: [
        { Match: '/about', To: 'https://www.example.com/about-us' },
        { Id: 'gone', Match: '/old/*', Status: 410, Body: 'This page is gone.' },
        {
          Match: {
            Regex: '^/u/([^/]+)$',
            On: 'Uri',
            Query: { lang: 'es', page: { Regex: '^[0-9]+$' } },
            Country: ['DE', 'AT'],
            IgnoreCase: true,
            IgnoreTrailingSlash: false,
          },
          To: 'https://www.example.com/users/$1',
          Status: 307,
          NotBefore: '2026-05-01',
          Expires: '2027-05-01T09:00:00Z',
          Owner: 'marketing@example.com',
          Silence: { chain: 'The other set is about to move.' },
          RemoveHeaders: ['X-Robots-Tag'],
          Tests: [
            { Url: '/u/x', Headers: { 'CloudFront-Viewer-Country': 'DE' }, Expect: 410 },
            { Url: '/u/y', Expect: 'https://www.example.com/users/y' },
            { Url: '/u/z', Expect: { Status: 307, Headers: { 'x-then': 'not a promise' } } },
          ],
        },
      ],
      Unmatched: { To: 'https://www.example.com/', Path: 'Keep' },
      Tests: [{ Url: 'https://x.b.example.com/', Expect: 301 }],
    },
  ],
  Tests: [{ Url: 'https://a.example.com/about', Expect: 'https://www.example.com/about-us' }],
  RulesSource: { Bucket: 'rules', Key: 'redirects.yml', VersionId: '3', Sha256: 'ab'.repeat(32) },
  Distribution: { Id: 'E1111111EXISTS' },
  CertificateArn: 'arn:aws:acm:us-east-1:310123456789:certificate/8ce3aef1',
  HostedZones: [{ Id: 'Z0EXAMPLECOM' }],
  PriceClass: 'PriceClass_100',
  TestAtEdge: 'All',
  Comment: 'Redirects of marketing',
  Tags: [{ Key: 'team', Value: 'web' }],
};
