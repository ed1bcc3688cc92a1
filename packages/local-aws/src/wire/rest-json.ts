import { AwsFailure } from '../world/failure';
import { readBindings, writeHeaders } from './bindings';
import { readJson, writeJson } from './codecs';
import type { HttpRequest } from './http';
import type { Protocol, Routed } from './protocol';
import { bodyMembersOf } from './rest-xml';
import { routerOf } from './router';
import { envelope, type ServiceModel } from './schemas';

const contentType = 'application/json';

/** REST-JSON: the operation is in method and path, the document in the body. Key value stores speak it. */
export function restJson(model: ServiceModel): Protocol {
  const find = routerOf(model.operations.values());
  return {
    route: (request) => find(request) ?? unknownPath(model, request),
    read: (routed, request) => ({ ...readDocument(routed, request), ...readBindings(routed, request) }),
    write: (operation, output, requestId) => {
      const members = (output ?? {}) as Record<string, unknown>;
      const document = envelope(operation.name, Object.fromEntries(bodyMembersOf(operation.output)));
      return {
        status: operation.http?.status ?? 200,
        headers: {
          'Content-Type': contentType,
          'x-amzn-RequestId': requestId,
          ...writeHeaders(operation.output, members),
        },
        body: writeJson(document, members),
      };
    },
    // The error's name is in the header alone; its message has a capital letter in this service's model.
    refuse: ({ code, status, message }, requestId) => ({
      status,
      headers: { 'Content-Type': contentType, 'x-amzn-RequestId': requestId, 'x-amzn-errortype': code },
      body: JSON.stringify({ Message: message }),
    }),
  };
}

const readDocument = ({ operation }: Routed, { body }: HttpRequest): Record<string, unknown> =>
  readJson(envelope(operation.name, Object.fromEntries(bodyMembersOf(operation.input))), body) as Record<
    string,
    unknown
  >;

function unknownPath({ service }: ServiceModel, { method, path }: HttpRequest): never {
  throw new AwsFailure('UnknownOperationException', 404, `${service} has no operation at ${method} ${path}.`);
}
