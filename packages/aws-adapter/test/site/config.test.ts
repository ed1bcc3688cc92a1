import type { SiteDistributionEdit } from '@cutover/redirect-site';
import { editSiteConfig } from '../../src/xml/site-config';

const config = (behavior: string, rest = ''): string =>
  `<?xml version="1.0"?>\n<DistributionConfig xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><CallerReference>c</CallerReference><Aliases><Quantity>1</Quantity><Items><CNAME>a.example.com</CNAME></Items></Aliases><DefaultCacheBehavior><TargetOriginId>o</TargetOriginId>${behavior}<Tomorrow a="1"/></DefaultCacheBehavior>${rest}<Enabled>true</Enabled><MemberOfTomorrow/></DistributionConfig>`;
const association = (arn: string, event: string): string =>
  `<FunctionAssociation><FunctionARN>${arn}</FunctionARN><EventType>${event}</EventType></FunctionAssociation>`;
const associations = (...each: string[]): string =>
  `<FunctionAssociations><Quantity>${each.length}</Quantity>${each.length > 0 ? `<Items>${each.join('')}</Items>` : ''}</FunctionAssociations>`;
const ours = association('arn:ours', 'viewer-request');
const theirs = association('arn:theirs', 'viewer-response');

describe('the function of the default behaviour is edited where it stands', () => {
  const edits: [string, string, string | null, string][] = [
    ['it joins an empty list', associations(), 'arn:ours', associations(ours)],
    ['it joins a self-closing list', '<FunctionAssociations/>', 'arn:ours', associations(ours)],
    [
      'it takes the place of another',
      associations(association('arn:old', 'viewer-request')),
      'arn:ours',
      associations(ours),
    ],
    ['one on another event stays', associations(theirs), 'arn:ours', associations(theirs, ours)],
    ['it leaves, and the other stays', associations(ours, theirs), null, associations(theirs)],
    ['the last one leaves', associations(ours), null, associations()],
  ];
  test.each(edits)('%s', (_, before, functionArn, after) => {
    expect(editSiteConfig(config(before), { functionArn })).toBe(config(after));
  });

  test('a behaviour without the member gets it behind all others', () => {
    const edited = editSiteConfig(config(''), { functionArn: 'arn:ours' });
    expect(edited).toBe(
      config('').replace('</DefaultCacheBehavior>', `${associations(ours)}</DefaultCacheBehavior>`),
    );
  });
});

describe('of the other members', () => {
  const before = config(
    associations(),
    '<ViewerCertificate><CloudFrontDefaultCertificate>true</CloudFrontDefaultCertificate></ViewerCertificate>',
  );
  const rows: [string, SiteDistributionEdit, string, string][] = [
    ['none is touched without an edit', {}, '', ''],
    [
      'aliases become those that are asked for',
      { aliases: ['b.example.com', 'c.example.com'] },
      '<Quantity>1</Quantity><Items><CNAME>a.example.com</CNAME></Items>',
      '<Quantity>2</Quantity><Items><CNAME>b.example.com</CNAME><CNAME>c.example.com</CNAME></Items>',
    ],
    [
      'aliases that stay, stay in place',
      { aliases: ['a.example.com', 'c.example.com'] },
      '<Quantity>1</Quantity><Items><CNAME>a.example.com</CNAME></Items>',
      '<Quantity>2</Quantity><Items><CNAME>a.example.com</CNAME><CNAME>c.example.com</CNAME></Items>',
    ],
    ['Enabled becomes false', { enabled: false }, '<Enabled>true</Enabled>', '<Enabled>false</Enabled>'],
    [
      'the certificate is one of ACM, for names by SNI',
      { certificateArn: 'arn:c' },
      '<CloudFrontDefaultCertificate>true</CloudFrontDefaultCertificate>',
      '<ACMCertificateArn>arn:c</ACMCertificateArn><SSLSupportMethod>sni-only</SSLSupportMethod><MinimumProtocolVersion>TLSv1.2_2021</MinimumProtocolVersion>',
    ],
    [
      'no certificate is the one of CloudFront itself, as before',
      { certificateArn: null },
      '<CloudFrontDefaultCertificate>true</CloudFrontDefaultCertificate>',
      '<CloudFrontDefaultCertificate>true</CloudFrontDefaultCertificate>',
    ],
  ];
  test.each(rows)('%s', (_, edit, from, to) => {
    expect(editSiteConfig(before, edit)).toBe(before.replace(from, to));
  });
});

describe('settings are edited where they stand', () => {
  const withOrigin = (policy: string, domainName: string, rest: string): string =>
    config(
      `<ViewerProtocolPolicy>${policy}</ViewerProtocolPolicy>${associations(ours)}`,
      `<Origins><Quantity>2</Quantity><Items><Origin><Id>other</Id><DomainName>a.example.org</DomainName></Origin><Origin><Id>o</Id><DomainName>${domainName}</DomainName><OriginShield/></Origin></Items></Origins>${rest}`,
    );
  const logging = (enabled: boolean, bucket: string, prefix: string): string =>
    `<Logging><Enabled>${enabled}</Enabled><IncludeCookies>false</IncludeCookies><Bucket>${bucket}</Bucket><Prefix>${prefix}</Prefix></Logging>`;
  const plain = withOrigin(
    'allow-all',
    'redirects.invalid',
    `${logging(false, '', '')}<PriceClass>PriceClass_All</PriceClass>`,
  );
  const other = withOrigin(
    'redirect-to-https',
    'b.example.org',
    `${logging(true, 'logs.s3.amazonaws.com', 'go&amp;co/')}<PriceClass>PriceClass_100</PriceClass>`,
  );
  const settings = {
    priceClass: 'PriceClass_100',
    httpsFirst: 'Always',
    origin: 'b.example.org',
    logs: { bucket: 'logs', prefix: 'go&co/' },
  } as const;

  test('of the behaviour, and of the origin that it leads to; the function stays', () => {
    expect(editSiteConfig(plain, { settings })).toBe(other);
  });

  test('back to those of a site that declares none', () => {
    expect(
      editSiteConfig(other, { settings: { priceClass: 'PriceClass_All', httpsFirst: 'WhereHsts' } }),
    ).toBe(plain);
  });

  test('together with the function', () => {
    const edited = editSiteConfig(plain, { settings, functionArn: null });
    expect(edited).toBe(other.replace(associations(ours), associations()));
  });
});
