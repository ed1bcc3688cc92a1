import * as acm from '@aws-sdk/client-acm';
import { createAuthority } from '../../../src/edge/authority';
import type { Walk } from './walk';

/** Certificates: requested, waited for, imported. */
export function walkAcm(walk: Walk): void {
  let certificateArn = '';

  test('request, wait, describe, list, tag', async () => {
    const client = walk.clients.acm;
    const requested = await client.send(
      new acm.RequestCertificateCommand({
        DomainName: 'example.com',
        SubjectAlternativeNames: ['*.example.com'],
        ValidationMethod: 'DNS',
      }),
    );
    certificateArn = requested.CertificateArn!;
    await walk.prove(certificateArn);
    const { Certificate } = await client.send(
      new acm.DescribeCertificateCommand({ CertificateArn: certificateArn }),
    );
    expect(Certificate).toMatchObject({
      CertificateArn: certificateArn,
      Status: 'ISSUED',
      DomainName: 'example.com',
    });
    expect(Certificate?.NotAfter).toBeInstanceOf(Date);
    const tag = { Key: 'team', Value: 'edge' };
    await client.send(new acm.AddTagsToCertificateCommand({ CertificateArn: certificateArn, Tags: [tag] }));
    const tags = await client.send(new acm.ListTagsForCertificateCommand({ CertificateArn: certificateArn }));
    expect(tags.Tags).toEqual([tag]);
    await client.send(
      new acm.RemoveTagsFromCertificateCommand({ CertificateArn: certificateArn, Tags: [{ Key: 'team' }] }),
    );
    const none = await client.send(new acm.ListTagsForCertificateCommand({ CertificateArn: certificateArn }));
    expect(none.Tags).toEqual([]);
    const list = await client.send(new acm.ListCertificatesCommand({}));
    expect(list.CertificateSummaryList).toHaveLength(1);
  });

  test('import bytes, delete', async () => {
    const authority = await createAuthority(new Date(walk.now));
    const { cert, key } = await authority.certificateFor(['imported.example.org']);
    const imported = await walk.clients.acm.send(
      new acm.ImportCertificateCommand({ Certificate: Buffer.from(cert), PrivateKey: Buffer.from(key) }),
    );
    await walk.clients.acm.send(
      new acm.DeleteCertificateCommand({ CertificateArn: imported.CertificateArn }),
    );
    const gone = walk.clients.acm.send(
      new acm.DescribeCertificateCommand({ CertificateArn: imported.CertificateArn }),
    );
    await expect(gone).rejects.toBeInstanceOf(acm.ResourceNotFoundException);
  });
}
