import { entityProvider, idAndChange } from './entity';
import { flag, items, number, oneOf, record, required, text, whole } from './shape';

const header = record({ Header: required(text), Value: required(text), Override: required(flag) });
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

const cors = record({
  AccessControlAllowCredentials: required(flag),
  AccessControlAllowHeaders: required(items(text)),
  AccessControlAllowMethods: required(items(text)),
  AccessControlAllowOrigins: required(items(text)),
  AccessControlExposeHeaders: items(text),
  AccessControlMaxAgeSec: whole,
  OriginOverride: required(flag),
});

const shape = record({
  ResponseHeadersPolicyConfig: required(
    record({
      Name: required(text),
      Comment: text,
      CorsConfig: cors,
      CustomHeadersConfig: items(header),
      RemoveHeadersConfig: items(record({ Header: required(text) })),
      SecurityHeadersConfig: securityHeaders,
      ServerTimingHeadersConfig: record({ Enabled: required(flag), SamplingRate: number }),
    }),
  ),
});

/** AWS::CloudFront::ResponseHeadersPolicy. Ref is the id. */
export const responseHeadersPolicyProvider = entityProvider({
  type: 'AWS::CloudFront::ResponseHeadersPolicy',
  noun: 'ResponseHeadersPolicy',
  shape,
  attributes: idAndChange,
});
