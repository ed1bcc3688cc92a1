import { AwsFailure } from '../world/failure';
import { readJson, writeJson } from './codecs';
import { type HttpRequest, type HttpResponse, jsonResponse } from './http';
import type { Protocol } from './protocol';
import { isUnit, type ServiceModel } from './schemas';

const contentType = 'application/x-amz-json-1.1';

/** JSON 1.1: everything is a POST to `/`, and a header names the operation. ACM and SSM speak it. */
export function json11(model: ServiceModel): Protocol {
  return {
    route: (request) => {
      const operation = model.operations.get(targetOf(request));
      if (operation) return { operation, labels: {} };
      const target = request.headers['x-amz-target'] ?? '(no header X-Amz-Target)';
      throw new AwsFailure('UnknownOperationException', 400, `${model.service} has no operation ${target}.`);
    },
    read: ({ operation }, { body }) =>
      isUnit(operation.input) ? {} : (readJson(operation.input, body) as Record<string, unknown>),
    write: (operation, output, requestId) => ({
      status: 200,
      headers: { 'Content-Type': contentType, 'x-amzn-RequestId': requestId },
      body: isUnit(operation.output) ? '{}' : writeJson(operation.output, output ?? {}),
    }),
    refuse: writeJsonError,
  };
}

/** `CertificateManager.DescribeCertificate` */
const targetOf = (request: HttpRequest): string =>
  (request.headers['x-amz-target'] ?? '').split('.').at(-1) ?? '';

/** JSON services have words of their own for what is wrong with a signature. */
const jsonCodes: Readonly<Record<string, string>> = {
  ExpiredToken: 'ExpiredTokenException',
  IncompleteSignature: 'IncompleteSignatureException',
  InvalidClientTokenId: 'UnrecognizedClientException',
  MissingAuthenticationToken: 'MissingAuthenticationTokenException',
};

/** The type in the body is read by boto3 and the JavaScript clients, the one in the header by some others. */
export function writeJsonError(failure: AwsFailure, requestId: string): HttpResponse {
  const code = jsonCodes[failure.code] ?? failure.code;
  const response = jsonResponse(failure.status, { __type: code, message: failure.message }, contentType);
  return {
    ...response,
    headers: { ...response.headers, 'x-amzn-RequestId': requestId, 'x-amzn-errortype': code },
  };
}
