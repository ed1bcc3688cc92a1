import { AwsFailure } from '../../world/failure';
import { s3Operations } from '../../world/s3/operations';
import { readBindings, writeHeaders } from '../bindings';
import type { HttpRequest, HttpResponse } from '../http';
import type { Protocol } from '../protocol';
import { bodyMembersOf, payloadOf, readBody, writeBody } from '../rest-xml';
import { routerOf } from '../router';
import type { OperationModel, ServiceModel } from '../schemas';
import { bucketIn } from './bucket-in';
import { objectIn } from './chunked';

/** REST-XML as S3 speaks it: buckets in host or path, bodies that are bytes, errors without an envelope. */
export function s3(model: ServiceModel): Protocol {
  const find = routerOf(written(model));
  return {
    route: (whole) => {
      const { bucket, request } = bucketIn(whole);
      const found = isBeyond(request) ? undefined : find(request);
      if (!found || !bucket) throw notHere(whole);
      return { ...found, labels: { ...found.labels, Bucket: bucket } };
    },
    read: (routed, request) => {
      const payload = payloadOf(routed.operation.input);
      const body = payload?.member.isBlobSchema()
        ? { [payload.name]: objectIn(request) }
        : readBody(routed, request.body);
      return { ...body, ...readBindings(routed, request) };
    },
    write: (operation, output, requestId) =>
      answer(operation, (output ?? {}) as Record<string, unknown>, model.xmlns, requestId),
    refuse: ({ code, status, message }, requestId) => ({
      status,
      headers: { 'Content-Type': 'application/xml', 'x-amz-request-id': requestId },
      body: `${declaration}\n<Error><Code>${escaped(code)}</Code><Message>${escaped(message)}</Message><RequestId>${requestId}</RequestId></Error>`,
    }),
  };
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

/**
 * Many of S3's operations share method and path and are told apart by parameters that the model does not show, so only
 * those that somebody wrote are looked for. `x-id` is for people who read logs; the Python clients leave it out.
 */
const written = (model: ServiceModel): OperationModel[] =>
  s3Operations.map(({ name }) => {
    const operation = model.operations.get(name)!;
    const [uri = '', query = ''] = operation.http!.uri.split('?');
    const literals = query.split('&').filter((literal) => literal && !literal.startsWith('x-id='));
    const asked = literals.length > 0 ? `${uri}?${literals.join('&')}` : uri;
    return { ...operation, http: { ...operation.http!, uri: asked } };
  });

/** Parameters and headers of operations that are not here, at the paths of those that are. */
const isBeyond = ({ query, headers }: HttpRequest): boolean =>
  ['uploadId', 'uploads', 'acl', 'tagging', 'attributes', 'policy', 'delete'].some((name) =>
    query.has(name),
  ) || headers['x-amz-copy-source'] !== undefined;

const notHere = ({ method, path }: HttpRequest): AwsFailure =>
  new AwsFailure(
    'NotImplemented',
    400,
    `The local AWS has no operation of S3 at ${method} ${path}. It has ${s3Operations.map(({ name }) => name).join(', ')}.`,
  );

function answer(
  operation: OperationModel,
  output: Record<string, unknown>,
  xmlns: string,
  requestId: string,
): HttpResponse {
  const { output: shape } = operation;
  const payload = payloadOf(shape);
  const isBytes = payload?.member.isBlobSchema() === true;
  const body = isBytes ? (output[payload.name] as Uint8Array) : writeBody(shape, output, xmlns);
  const { LastModified } = output;
  return {
    status: operation.http?.status ?? 200,
    headers: {
      'x-amz-request-id': requestId,
      ...(bodyMembersOf(shape).length > 0 && { 'Content-Type': 'application/xml' }),
      ...writeHeaders(shape, output),
      // Dates in headers are those of HTTP, whatever those in documents are.
      ...(LastModified instanceof Date && { 'Last-Modified': LastModified.toUTCString() }),
    },
    body,
  };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
