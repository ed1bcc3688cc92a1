import { AwsFailure } from '../world/failure';
import { readJson, writeJson } from './codecs';
import { type HttpRequest, type HttpResponse, jsonResponse } from './http';
import { faultOf, type Protocol } from './protocol';
import { isUnit, type ServiceModel } from './schemas';

const contentType = (version: string): string => `application/x-amz-json-${version}`;

/**
 * JSON: everything is a POST to `/`, and a header names the operation. ACM and SSM speak version 1.1, CloudWatch 1.0,
 * which differs in nothing that matters here but its name.
 */
export function json(model: ServiceModel, version: '1.0' | '1.1'): Protocol {
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
      headers: { 'Content-Type': contentType(version), 'x-amzn-RequestId': requestId },
      body: isUnit(operation.output) ? '{}' : writeJson(operation.output, output ?? {}),
    }),
    refuse: (failure, requestId) => {
      const response = writeJsonError(failure, requestId, version);
      return { ...response, headers: { ...response.headers, ...queryErrorHeader(model, failure) } };
    },
  };
}

/** `CertificateManager.DescribeCertificate` */
const targetOf = (request: HttpRequest): string =>
  (request.headers['x-amz-target'] ?? '').split('.').at(-1) ?? '';

/** The code that a service which once spoke Query had for an error; clients put it before the type in the body. */
export function queryErrorHeader(model: ServiceModel, failure: AwsFailure): Record<string, string> {
  // ACM's model tells such codes too, but its clients never spoke Query.
  const code = model.protocols.includes('query') ? model.wireCodes.get(failure.code) : undefined;
  return code === undefined ? {} : { 'x-amzn-query-error': `${code};${faultOf(failure)}` };
}

/** JSON services have words of their own for what is wrong with a signature. */
const jsonCodes: Readonly<Record<string, string>> = {
  ExpiredToken: 'ExpiredTokenException',
  IncompleteSignature: 'IncompleteSignatureException',
  InvalidClientTokenId: 'UnrecognizedClientException',
  MissingAuthenticationToken: 'MissingAuthenticationTokenException',
};

/** The type in the body is read by boto3 and the JavaScript clients, the one in the header by some others. */
export function writeJsonError(failure: AwsFailure, requestId: string, version = '1.1'): HttpResponse {
  const code = jsonCodes[failure.code] ?? failure.code;
  const response = jsonResponse(
    failure.status,
    { __type: code, message: failure.message },
    contentType(version),
  );
  return {
    ...response,
    headers: { ...response.headers, 'x-amzn-RequestId': requestId, 'x-amzn-errortype': code },
  };
}
