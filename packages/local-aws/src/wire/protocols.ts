import type { AwsFailure } from '../world/failure';
import type { HttpRequest, HttpResponse } from './http';
import { json11, writeJsonError } from './json';
import type { Protocol } from './protocol';
import { query } from './query';
import { restXml } from './rest-xml';
import { type ServiceModel, serviceModels } from './schemas';
import { writeXmlError } from './xml-error';

const speak: Record<ServiceModel['protocol'], (model: ServiceModel) => Protocol> = {
  'rest-xml': restXml,
  'json-1.1': json11,
  query,
};

/** A service and the way it is spoken to. */
export interface Endpoint {
  readonly model: ServiceModel;
  readonly protocol: Protocol;
}

/** Every service of the local AWS, by the name that clients sign for. */
export const endpoints: ReadonlyMap<string, Endpoint> = new Map(
  [...serviceModels].map(([name, model]) => [name, { model, protocol: speak[model.protocol](model) }]),
);

/** Refuses a request whose service is not known: in JSON where the client wrote JSON, else in XML. */
export function refuseAnyone(request: HttpRequest, failure: AwsFailure, requestId: string): HttpResponse {
  return request.headers['content-type']?.includes('json')
    ? writeJsonError(failure, requestId)
    : writeXmlError({ xmlns: '', wireCodes: new Map() }, failure, requestId);
}
