import type {
  CreateResponseHeadersPolicyResult,
  GetResponseHeadersPolicyResult,
} from '@aws-sdk/client-cloudfront';
import { AwsFailure } from '../../world/failure';
import type { Made } from '../stack';
import type { ResourceContext, ResourceProvider } from './provider';
import { flag, oneOf, quantity, record, required, text, whole } from './shape';

const header = record({ Header: required(text), Value: required(text), Override: required(flag) });
/** The API counts the items right inside the config: {Quantity, Items}; the template has {Items}. */
const flatten = ({ Items }: Record<string, unknown>): Record<string, unknown> =>
  Items as Record<string, unknown>;

/** Written alike in templates and in the API. */
const securityHeaders = record({
  ContentSecurityPolicy: record({ ContentSecurityPolicy: required(text), Override: required(flag) }),
  ContentTypeOptions: record({ Override: required(flag) }),
  FrameOptions: record({ FrameOption: required(oneOf('DENY', 'SAMEORIGIN')), Override: required(flag) }),
  ReferrerPolicy: record({ ReferrerPolicy: required(text), Override: required(flag) }),
  StrictTransportSecurity: record({
    AccessControlMaxAgeSec: required(whole),
    IncludeSubdomains: flag,
    Override: required(flag),
    Preload: flag,
  }),
  XSSProtection: record({
    ModeBlock: flag,
    Override: required(flag),
    Protection: required(flag),
    ReportUri: text,
  }),
});

const config = record(
  {
    Name: required(text),
    Comment: text,
    CustomHeadersConfig: record({ Items: required(quantity(header)) }, { finish: flatten }),
    RemoveHeadersConfig: record(
      { Items: required(quantity(record({ Header: required(text) }))) },
      { finish: flatten },
    ),
    SecurityHeadersConfig: securityHeaders,
  },
  {
    unsupported: ['CorsConfig', 'ServerTimingHeadersConfig'],
  },
);
const shape = record({ ResponseHeadersPolicyConfig: required(config) });

/** AWS::CloudFront::ResponseHeadersPolicy with custom, removed and security headers. Ref is the id. */
export const responseHeadersPolicyProvider: ResourceProvider = {
  type: 'AWS::CloudFront::ResponseHeadersPolicy',
  attributes: ['Id'],
  createOnly: [],
  problems: (properties, at) => shape.problems(properties, at),

  create: async (context, properties) => {
    const created = await context.call<CreateResponseHeadersPolicyResult>(
      'cloudfront',
      'CreateResponseHeadersPolicy',
      shape.toApi(properties) as object,
    );
    const id = created.ResponseHeadersPolicy!.Id!;
    return { physicalId: id, attributes: { Id: id } };
  },

  update: async (context, made, properties) => {
    const IfMatch = await readEtag(context, made);
    await context.call('cloudfront', 'UpdateResponseHeadersPolicy', {
      Id: made.physicalId,
      IfMatch,
      ...(shape.toApi(properties) as object),
    });
    return made;
  },

  delete: async (context, made) => {
    try {
      const IfMatch = await readEtag(context, made);
      await context.call('cloudfront', 'DeleteResponseHeadersPolicy', { Id: made.physicalId, IfMatch });
    } catch (error) {
      if (!(error instanceof AwsFailure && error.code === 'NoSuchResponseHeadersPolicy')) throw error;
    }
  },
};

async function readEtag(context: ResourceContext, made: Made): Promise<string | undefined> {
  const { ETag } = await context.call<GetResponseHeadersPolicyResult>(
    'cloudfront',
    'GetResponseHeadersPolicy',
    {
      Id: made.physicalId,
    },
  );
  return ETag;
}
