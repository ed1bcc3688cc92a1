import type { AwsFailure } from '../world/failure';
import { rpcV2Cbor } from './cbor';
import type { HttpRequest, HttpResponse } from './http';
import { json, writeJsonError } from './json';
import type { Protocol } from './protocol';
import { query } from './query';
import { restJson } from './rest-json';
import { restXml } from './rest-xml';
import { s3 } from './s3/protocol';
import { type ProtocolName, type ServiceModel, serviceModels } from './schemas';
import { writeXmlError } from './xml-error';

const speak: Record<ProtocolName, (model: ServiceModel) => Protocol> = {
  'rest-xml': restXml,
  'rest-json': restJson,
  s3,
  'json-1.0': (model) => json(model, '1.0'),
  'json-1.1': (model) => json(model, '1.1'),
  'rpc-v2-cbor': rpcV2Cbor,
  query,
};

/** How a request shows which protocol it is in, where a service takes several. */
const isIn: Partial<Record<ProtocolName, (request: HttpRequest) => boolean>> = {
  'rpc-v2-cbor': ({ headers }) => headers['smithy-protocol'] === 'rpc-v2-cbor',
  'json-1.0': ({ headers }) => headers['x-amz-target'] !== undefined,
};

/** A service and the ways it is spoken to. */
export interface Endpoint {
  readonly model: ServiceModel;
  protocolOf(request: HttpRequest): Protocol;
}

function endpointOf(model: ServiceModel): Endpoint {
  const ways = model.protocols.map((name) => ({ name, protocol: speak[name](model) }));
  const last = ways.at(-1)!;
  return {
    model,
    protocolOf: (request) => (ways.find(({ name }) => isIn[name]?.(request)) ?? last).protocol,
  };
}

/** Every service of the local AWS, by the name that clients sign for. */
export const endpoints: ReadonlyMap<string, Endpoint> = new Map(
  [...serviceModels.values()].map((model) => [model.signedAs, endpointOf(model)]),
);

/** Refuses a request whose service is not known: in JSON where the client wrote JSON, else in XML. */
export function refuseAnyone(request: HttpRequest, failure: AwsFailure, requestId: string): HttpResponse {
  return request.headers['content-type']?.includes('json')
    ? writeJsonError(failure, requestId)
    : writeXmlError({ xmlns: '', wireCodes: new Map() }, failure, requestId);
}
