import type { AwsFailure } from '../world/failure';
import type { HttpRequest, HttpResponse } from './http';
import type { OperationModel } from './schemas';

/** The operation that a request names, and the parts of its path that are input. */
export interface Routed {
  readonly operation: OperationModel;
  readonly labels: Readonly<Record<string, string>>;
}

/** One way to speak AWS: everything that differs between REST-XML, JSON and Query. */
export interface Protocol {
  /** @throws AwsFailure when the service has no such operation. */
  route(request: HttpRequest): Routed;
  /** The input in the SDK's own shape. @throws AwsFailure when the request cannot be read. */
  read(routed: Routed, request: HttpRequest): Record<string, unknown>;
  write(operation: OperationModel, output: unknown, requestId: string): HttpResponse;
  refuse(failure: AwsFailure, requestId: string): HttpResponse;
}

/** What AWS calls the side that is at fault. */
export const faultOf = (failure: AwsFailure): 'Sender' | 'Receiver' =>
  failure.status >= 500 ? 'Receiver' : 'Sender';
