import type { AwsFailure } from '../world/failure';
import { writeXml } from './codecs';
import type { HttpResponse } from './http';
import { faultOf } from './protocol';
import { envelope, type ServiceModel, textShape } from './schemas';

const errorDocument = envelope('ErrorResponse', {
  Error: envelope('Error', { Type: textShape, Code: textShape, Message: textShape }),
  RequestId: textShape,
});

/** The `ErrorResponse` document that REST-XML and Query services share. */
export function writeXmlError(
  { xmlns, wireCodes }: Pick<ServiceModel, 'xmlns' | 'wireCodes'>,
  failure: AwsFailure,
  requestId: string,
): HttpResponse {
  const document = {
    Error: {
      Type: faultOf(failure),
      Code: wireCodes.get(failure.code) ?? failure.code,
      Message: failure.message,
    },
    RequestId: requestId,
  };
  const body = writeXml(errorDocument, document, xmlns);
  return { status: failure.status, headers: xmlHeaders(requestId, body), body };
}

export const xmlHeaders = (requestId: string, body: unknown): Record<string, string> => ({
  'x-amzn-RequestId': requestId,
  ...(body !== undefined && { 'Content-Type': 'text/xml' }),
});
