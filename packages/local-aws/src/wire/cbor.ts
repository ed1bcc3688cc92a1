import { AwsFailure } from '../world/failure';
import { readCbor, writeCbor } from './codecs';
import type { HttpRequest, HttpResponse } from './http';
import { queryErrorHeader } from './json';
import type { Protocol } from './protocol';
import { envelope, isUnit, type ServiceModel, textShape } from './schemas';

const errorDocument = envelope('Error', { __type: textShape, message: textShape });

/**
 * Smithy RPC v2 with CBOR: the operation is in the path, `/service/GraniteServiceVersion20100801/operation/NAME`.
 * CloudWatch takes it beside JSON and Query; which one a client speaks changes with its version.
 */
export function rpcV2Cbor(model: ServiceModel): Protocol {
  return {
    route: (request) => {
      const operation = model.operations.get(operationIn(request));
      if (operation) return { operation, labels: {} };
      throw new AwsFailure(
        'UnknownOperationException',
        400,
        `${model.service} has no operation at ${request.path}.`,
      );
    },
    read: ({ operation }, { bytes }) =>
      isUnit(operation.input) || !bytes?.length
        ? {}
        : (readCbor(operation.input, bytes) as Record<string, unknown>),
    write: (operation, output, requestId) =>
      response(
        200,
        requestId,
        isUnit(operation.output) ? undefined : writeCbor(operation.output, output ?? {}),
      ),
    refuse: (failure, requestId) => {
      const document = { __type: failure.code, message: failure.message };
      const answer = response(failure.status, requestId, writeCbor(errorDocument, document));
      return { ...answer, headers: { ...answer.headers, ...queryErrorHeader(model, failure) } };
    },
  };
}

const operationIn = ({ path }: HttpRequest): string => /\/operation\/(\w+)$/.exec(path)?.[1] ?? '';

const response = (status: number, requestId: string, body: Uint8Array | undefined): HttpResponse => ({
  status,
  headers: {
    'smithy-protocol': 'rpc-v2-cbor',
    'x-amzn-RequestId': requestId,
    ...(body && { 'Content-Type': 'application/cbor' }),
  },
  body,
});
