import type {
  CreateResponseHeadersPolicyResult,
  GetResponseHeadersPolicyConfigResult,
  ListCachePoliciesResult,
  ListOriginRequestPoliciesResult,
  ListResponseHeadersPoliciesResult,
} from '@aws-sdk/client-cloudfront';
import { ask, emptyCloud, existing, outcome, sourceAccount, targetAccount, told } from './cloud';

/** The article's marker of who answered. */
const marker = (Name = 'migration', Value = 'source account distribution') => ({
  Name,
  CustomHeadersConfig: { Quantity: 1, Items: [{ Header: 'x-migration', Value, Override: true }] },
});

function withPolicy() {
  const world = emptyCloud();
  const created = told<CreateResponseHeadersPolicyResult>(
    ask(world, 'CreateResponseHeadersPolicy', { ResponseHeadersPolicyConfig: marker() }),
  );
  return { world, id: created.ResponseHeadersPolicy!.Id!, etag: created.ETag! };
}

const managedId = '67f7725c-6f97-4210-82d7-5512b31e9d03';

describe('a response headers policy', () => {
  test('is read back as it was made', () => {
    const { world, id, etag } = withPolicy();
    expect(
      told<GetResponseHeadersPolicyConfigResult>(ask(world, 'GetResponseHeadersPolicyConfig', { Id: id })),
    ).toEqual({ ResponseHeadersPolicyConfig: marker(), ETag: etag });
    expect(outcome(ask(world, 'GetResponseHeadersPolicy', { Id: id }, targetAccount))).toBe(
      'NoSuchResponseHeadersPolicy 404',
    );
  });

  test('has a name that is unique in its account only', () => {
    const { world } = withPolicy();
    const create = (account: string) =>
      outcome(ask(world, 'CreateResponseHeadersPolicy', { ResponseHeadersPolicyConfig: marker() }, account));
    expect(create(sourceAccount)).toBe('ResponseHeadersPolicyAlreadyExists 409');
    expect(create(targetAccount)).toBe('ok');
  });

  test('is replaced under its ETag', () => {
    const { world, id, etag } = withPolicy();
    const replace = (IfMatch: string | undefined, Id = id) =>
      outcome(
        ask(world, 'UpdateResponseHeadersPolicy', {
          Id,
          IfMatch,
          ResponseHeadersPolicyConfig: marker('migration', 'changed'),
        }),
      );
    expect(replace(undefined)).toBe('InvalidIfMatchVersion 400');
    expect(replace(etag)).toBe('ok');
    expect(replace(etag)).toBe('PreconditionFailed 412');
    expect(replace(etag, managedId)).toBe('IllegalUpdate 400');
  });

  test('is deleted under its ETag, when no behaviour names it', () => {
    const { world, id, etag } = withPolicy();
    const remove = (Id = id) => outcome(ask(world, 'DeleteResponseHeadersPolicy', { Id, IfMatch: etag }));
    const user = existing(world, {
      id: 'ESOURCE',
      config: {
        DefaultCacheBehavior: {
          TargetOriginId: 'origin',
          ViewerProtocolPolicy: 'allow-all',
          ResponseHeadersPolicyId: id,
        },
      },
    });
    expect(remove()).toBe('ResponseHeadersPolicyInUse 409');
    world.distributions.delete(user.id);
    expect(remove()).toBe('ok');
    expect(remove()).toBe('NoSuchResponseHeadersPolicy 404');
    expect(remove(managedId)).toBe('IllegalDelete 400');
  });

  test('counts its headers right', () => {
    const config = { ...marker(), CustomHeadersConfig: { Quantity: 2, Items: [] } };
    expect(
      outcome(ask(emptyCloud(), 'CreateResponseHeadersPolicy', { ResponseHeadersPolicyConfig: config })),
    ).toBe('InconsistentQuantities 400');
  });

  test('is listed with those of AWS, by type', () => {
    const { world, id } = withPolicy();
    const list = (query: object) =>
      told<ListResponseHeadersPoliciesResult>(ask(world, 'ListResponseHeadersPolicies', query))
        .ResponseHeadersPolicyList!;
    expect(list({}).Quantity).toBe(6);
    expect(list({ Type: 'custom' }).Items?.map((item) => item.ResponseHeadersPolicy?.Id)).toEqual([id]);
    expect(list({ MaxItems: 1 })).toMatchObject({ Quantity: 1, NextMarker: expect.any(String) });
  });
});

describe('managed policies are in every account under the same ids', () => {
  const world = emptyCloud();
  test.each([
    ['GetCachePolicy', '4135ea2d-6df8-44a3-9df3-4b5a84be39ad', 'Managed-CachingDisabled'],
    ['GetCachePolicy', '658327ea-f89d-4fab-a63d-7e88639e58f6', 'Managed-CachingOptimized'],
    ['GetOriginRequestPolicy', '216adef6-5c7f-47e4-b989-5492eafa07d3', 'Managed-AllViewer'],
    ['GetOriginRequestPolicy', 'b689b0a8-53d0-40ab-baf2-68738e2966ac', 'Managed-AllViewerExceptHostHeader'],
    ['GetResponseHeadersPolicy', managedId, 'Managed-SecurityHeadersPolicy'],
  ])('%s %s is %s', (operation, Id, name) => {
    expect(JSON.stringify(told(ask(world, operation, { Id }, targetAccount)))).toContain(`"Name":"${name}"`);
  });

  test('and are listed', () => {
    const caches = told<ListCachePoliciesResult>(ask(world, 'ListCachePolicies', { Type: 'managed' }));
    const requests = told<ListOriginRequestPoliciesResult>(ask(world, 'ListOriginRequestPolicies', {}));
    expect([caches.CachePolicyList?.Quantity, requests.OriginRequestPolicyList?.Quantity]).toEqual([11, 8]);
  });

  test.each([
    ['GetCachePolicy', 'NoSuchCachePolicy 404'],
    ['GetOriginRequestPolicy', 'NoSuchOriginRequestPolicy 404'],
  ])('%s of another id: %s', (operation, expected) => {
    expect(outcome(ask(world, operation, { Id: 'none' }))).toBe(expected);
  });
});
