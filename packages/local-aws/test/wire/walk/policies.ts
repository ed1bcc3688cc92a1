import * as cloudfront from '@aws-sdk/client-cloudfront';
import type { Walk } from './walk';

/** Policies of CloudFront: one's own, and the managed ones. */
export function walkPolicies(walk: Walk): void {
  test('made, read, changed, deleted, listed', async () => {
    const client = walk.clients.cloudfront;
    const config: cloudfront.ResponseHeadersPolicyConfig = {
      Name: 'mark',
      Comment: '',
      CustomHeadersConfig: {
        Quantity: 1,
        Items: [{ Header: 'x-migration', Value: 'source account distribution', Override: true }],
      },
    };
    const created = await client.send(
      new cloudfront.CreateResponseHeadersPolicyCommand({ ResponseHeadersPolicyConfig: config }),
    );
    const Id = created.ResponseHeadersPolicy!.Id!;
    const { ResponseHeadersPolicy } = await client.send(
      new cloudfront.GetResponseHeadersPolicyCommand({ Id }),
    );
    expect(ResponseHeadersPolicy?.ResponseHeadersPolicyConfig).toMatchObject(config);
    const read = await client.send(new cloudfront.GetResponseHeadersPolicyConfigCommand({ Id }));
    const updated = await client.send(
      new cloudfront.UpdateResponseHeadersPolicyCommand({
        Id,
        IfMatch: read.ETag,
        ResponseHeadersPolicyConfig: { ...config, Comment: 'new' },
      }),
    );
    await client.send(new cloudfront.DeleteResponseHeadersPolicyCommand({ Id, IfMatch: updated.ETag }));
    const headers = await client.send(new cloudfront.ListResponseHeadersPoliciesCommand({}));
    const caching = await client.send(new cloudfront.ListCachePoliciesCommand({ Type: 'managed' }));
    const requests = await client.send(new cloudfront.ListOriginRequestPoliciesCommand({}));
    expect(headers.ResponseHeadersPolicyList?.Items?.length).toBeGreaterThan(0);
    const { CachePolicy } = caching.CachePolicyList!.Items![0]!;
    const { OriginRequestPolicy } = requests.OriginRequestPolicyList!.Items![0]!;
    const policy = await client.send(new cloudfront.GetCachePolicyCommand({ Id: CachePolicy!.Id }));
    expect(policy.CachePolicy).toEqual(CachePolicy);
    const other = await client.send(
      new cloudfront.GetOriginRequestPolicyCommand({ Id: OriginRequestPolicy!.Id }),
    );
    expect(other.OriginRequestPolicy).toEqual(OriginRequestPolicy);
  });
}
