import * as cloudfront from '@aws-sdk/client-cloudfront';
import { richConfig } from '../../support/rich-config';
import type { Walk } from './walk';

/** Invalidations: made, read, listed, waited for with the client's own waiter. */
export function walkInvalidations(walk: Walk): void {
  test('made, listed, and waited for', async () => {
    const client = walk.clients.cloudfront;
    const { ViewerCertificate: _, ...config } = richConfig('', []);
    const { Distribution } = await client.send(
      new cloudfront.CreateDistributionCommand({
        DistributionConfig: { ...config, CallerReference: 'to be invalidated' },
      }),
    );
    const DistributionId = Distribution!.Id!;
    const created = await client.send(
      new cloudfront.CreateInvalidationCommand({
        DistributionId,
        InvalidationBatch: { CallerReference: 'now', Paths: { Quantity: 2, Items: ['/a b', '/images/*'] } },
      }),
    );
    expect(created).toMatchObject({
      $metadata: { httpStatusCode: 201 },
      Location: expect.stringContaining(`/distribution/${DistributionId}/invalidation/`),
      Invalidation: {
        Status: 'InProgress',
        InvalidationBatch: { Paths: { Quantity: 2, Items: ['/a b', '/images/*'] } },
      },
    });
    const Id = created.Invalidation!.Id!;
    const list = await client.send(new cloudfront.ListInvalidationsCommand({ DistributionId }));
    expect(list.InvalidationList).toMatchObject({ Quantity: 1, Items: [{ Id, Status: 'InProgress' }] });
    walk.later();
    const waited = await cloudfront.waitUntilInvalidationCompleted(
      { client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 },
      { DistributionId, Id },
    );
    expect(waited.state).toBe('SUCCESS');
  });
}
