import { AwsFailure } from '../world/failure';
import type { Answer, Caller } from '../world/operation';
import type { ServiceName, World } from '../world/world';
import { type Signer, signerOf } from './authorization';
import type { HttpRequest, HttpResponse, Reply } from './http';
import type { Gate, WireOptions } from './options';
import type { Protocol } from './protocol';
import { type Endpoint, endpoints, refuseAnyone } from './protocols';
import { requireMembers } from './required';
import type { OperationModel, ServiceModel } from './schemas';

/** All that a request needs besides itself. */
export interface Wire {
  readonly world: World;
  readonly gate: Gate;
  readonly options: WireOptions;
}

/**
 * One request of a client from its bytes to its answer's bytes. No socket in here: silence and death of the caller come
 * back as words.
 */
export function respond(wire: Wire, request: HttpRequest, requestId: string): Reply {
  let refuse = (failure: AwsFailure): HttpResponse => refuseAnyone(request, failure, requestId);
  try {
    const signer = signerOf(request.headers);
    const endpoint = endpointOf(signer);
    const protocol = endpoint.protocolOf(request);
    refuse = (failure) => protocol.refuse(failure, requestId);
    requireSignature(endpoint.model, signer);
    wire.gate.advance(wire.world, wire.options.now());
    const { operation, answer } = perform(wire, endpoint.model, protocol, signer, request);
    return replyOf(answer, (output) => protocol.write(operation, output, requestId), refuse);
  } catch (error) {
    return response(refuse(error instanceof AwsFailure ? error : ourFault(error, request)));
  }
}

function endpointOf({ service }: Signer): Endpoint {
  const endpoint = endpoints.get(service);
  if (endpoint) return endpoint;
  const known = [...endpoints.keys()].join(', ');
  throw new AwsFailure('NotImplemented', 400, `The local AWS has no service '${service}'. It has ${known}.`);
}

/**
 * A service of all regions wants a signature for all regions. Which error it answers else nobody wrote down; this is the
 * modelled one.
 */
function requireSignature({ isSignedForRegions, service }: ServiceModel, { isForRegions }: Signer): void {
  if (isSignedForRegions && !isForRegions)
    throw new AwsFailure(
      'AccessDeniedException',
      403,
      `Access denied. (${service} takes Signature Version 4A only: AWS4-ECDSA-P256-SHA256 with X-Amz-Region-Set)`,
    );
}

function perform(
  { world, gate, options }: Wire,
  model: ServiceModel,
  protocol: Protocol,
  { accessKeyId, region }: Signer,
  request: HttpRequest,
): { operation: OperationModel; answer: Answer } {
  const caller = { ...gate.callerOf(world, accessKeyId, region), ...sourceIn(request) };
  const routed = protocol.route(request);
  const input = protocol.read(routed, request);
  requireMembers(model.service, routed.operation.input, input);
  const { operation } = routed;
  const answer = ask({ world, gate, options }, model.service, operation.name, input, caller);
  return { operation, answer };
}

/** The headers of a service that calls for one of its resources, against the confused deputy (IAM User Guide). */
function sourceIn({ headers }: HttpRequest): Pick<Caller, 'onBehalfOf'> {
  const { 'x-amz-source-account': account, 'x-amz-source-arn': arn } = headers;
  return account && arn ? { onBehalfOf: { account, arn } } : {};
}

/** Passes the gate, and charges the call's latency to the turn of the handler if it is the handler that asks. */
function ask(
  { world, gate, options }: Wire,
  service: ServiceName,
  operation: string,
  input: unknown,
  caller: Caller,
): Answer {
  const actor = options.actorOf?.(caller) ?? 'client';
  const meter = actor === 'client' && options.actorOf ? undefined : options.meter;
  const answer = gate.answer(world, { service, operation, input, caller, actor, into: meter?.into() ?? 0 });
  if (answer.kind !== 'killed') meter?.charge(answer.latencyMs);
  return answer;
}

function replyOf(
  answer: Answer,
  write: (output: unknown) => HttpResponse,
  refuse: (failure: AwsFailure) => HttpResponse,
): Reply {
  switch (answer.kind) {
    case 'output':
      return response(write(answer.output), answer.thenKilled);
    case 'failure':
      return response(refuse(new AwsFailure(answer.code, answer.status, answer.message)), answer.thenKilled);
    default:
      return { kind: answer.kind };
  }
}

const response = (written: HttpResponse, thenKilled = false): Reply => ({
  kind: 'response',
  response: written,
  thenKilled,
});

/** A defect of the local AWS. 400, not 500: clients would repeat a 5xx for minutes and get the same. */
const ourFault = (error: unknown, { method, path }: HttpRequest): AwsFailure =>
  new AwsFailure(
    'LocalAwsDefect',
    400,
    `The local AWS failed at ${method} ${path}; the request may well be right. Please report: ${(error as Error).stack}`,
  );
