import { AwsFailure } from '../world/failure';
import { readBindings, writeHeaders } from './bindings';
import { readOpenXml, readXml, writeXml } from './codecs';
import { withoutEmptyItems } from './empties';
import type { HttpRequest } from './http';
import type { Protocol, Routed } from './protocol';
import { routerOf } from './router';
import { bindingOf, envelope, membersOf, type ServiceModel, type Shape, wireNameOf } from './schemas';
import { openedByObject } from './unknown-members';
import { writeXmlError, xmlHeaders } from './xml-error';

/** REST-XML: the operation is in method and path, the document in the body. CloudFront and Route 53 speak it. */
export function restXml(model: ServiceModel): Protocol {
  const find = routerOf(model.operations.values());
  return {
    route: (request) => find(request) ?? unknownPath(model, request),
    read: (routed, request) => ({ ...readBody(routed, request.body), ...readBindings(routed, request) }),
    write: (operation, output, requestId) => {
      const members = withoutEmptyItems(output ?? {}) as Record<string, unknown>;
      const body = writeBody(operation.output, members, model.xmlns);
      return {
        status: operation.http?.status ?? 200,
        headers: { ...xmlHeaders(requestId, body), ...writeHeaders(operation.output, members) },
        body,
      };
    },
    refuse: (failure, requestId) => writeXmlError(model, failure, requestId),
  };
}

function unknownPath(model: ServiceModel, { method, path }: HttpRequest): never {
  throw new AwsFailure(
    'UnknownOperationException',
    400,
    `${model.service} has no operation at ${method} ${path}. Check the path, and that the client speaks the API version ` +
      `of ${model.xmlns}`,
  );
}

/** The body is one member of the input, or a document of all that is bound nowhere else. */
export function readBody({ operation }: Routed, body: string): Record<string, unknown> {
  if (body === '') return {};
  const payload = payloadOf(operation.input);
  if (payload) return { [payload.name]: readPayload(payload.member, body) };
  return bodyMembersOf(operation.input).length > 0
    ? (readXml(operation.input, body) as Record<string, unknown>)
    : {};
}

const readPayload = (member: Shape, body: string): unknown => {
  if (member.isBlobSchema()) return Buffer.from(body, 'utf8');
  return member.isStringSchema() ? body : readOpenXml(member, body);
};

export function writeBody(
  shape: Shape,
  output: Record<string, unknown>,
  xmlns: string,
): string | Uint8Array | undefined {
  const payload = payloadOf(shape);
  if (payload) {
    const value = output[payload.name];
    return value == null ? undefined : writeXml(openedByObject(payload.member, value), value, xmlns);
  }
  const inBody = bodyMembersOf(shape);
  if (inBody.length === 0) return undefined;
  return writeXml(
    envelope(wireNameOf(shape, shape.getName() ?? ''), Object.fromEntries(inBody)),
    output,
    xmlns,
  );
}

export const payloadOf = (shape: Shape): { name: string; member: Shape } | undefined => {
  const found = membersOf(shape).find(([name, member]) => bindingOf(name, member).place === 'payload');
  return found && { name: found[0], member: found[1] };
};

export const bodyMembersOf = (shape: Shape): [string, Shape][] =>
  membersOf(shape).filter(([name, member]) => bindingOf(name, member).place === 'body');
