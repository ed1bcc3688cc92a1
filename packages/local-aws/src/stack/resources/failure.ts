import { AwsFailure } from '../../world/failure';

/** A resource could not be made, changed or deleted; `message` is the reason in the stack's events. */
export class ResourceFailure extends Error {
  override readonly name = 'ResourceFailure';
  constructor(
    /** HandlerErrorCode of CloudFormation's contract. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** A nested stack failed: its reason stands in the events as it is. */
export class StackFailure extends Error {
  override readonly name = 'StackFailure';
}

/** An error of AWS with the service that it came from. */
export class CallFailure extends AwsFailure {
  constructor(
    readonly service: string,
    code: string,
    status: number,
    message: string,
  ) {
    super(code, status, message);
  }
}

/** The names that the handlers of AWS's own types, written in Java, give the services in their messages. */
const handlerNames: Record<string, string> = {
  acm: 'Acm',
  cloudfront: 'CloudFront',
  iam: 'Iam',
  route53: 'Route53',
  s3: 'S3',
  ssm: 'Ssm',
  sts: 'Sts',
};

const codeOf = ({ code, status }: AwsFailure): string => {
  if (code.startsWith('Throttling') || code === 'TooManyRequestsException') return 'Throttling';
  if (status >= 500) return 'ServiceInternalError';
  if (status === 403) return 'AccessDenied';
  // A conflict over an alias is an InvalidRequest to CloudFormation (aws-cdk#32373), not an AlreadyExists.
  return status === 404 ? 'NotFound' : 'InvalidRequest';
};

/** An error of AWS as the handler of a native type words it. */
export function wrapCallFailure(type: string, failure: CallFailure, requestId: string): ResourceFailure {
  const code = codeOf(failure);
  const service = handlerNames[failure.service] ?? failure.service;
  const origin = `(Service: ${service}, Status Code: ${failure.status}, Request ID: ${requestId})`;
  const said = `${type}: ${failure.message} ${origin}`;
  const worded: Record<string, string> = {
    AccessDenied: `Access denied for operation '${said}'.`,
    ServiceInternalError: `Internal error reported from downstream service during operation '${said}'.`,
    Throttling: `Rate exceeded for operation '${said}'.`,
  };
  return new ResourceFailure(code, worded[code] ?? `Invalid request provided: ${said}`);
}

/** A failure as it stands in the stack's events. */
export const handlerReason = (failure: ResourceFailure, requestToken: string): string =>
  `Resource handler returned message: "${failure.message}" (RequestToken: ${requestToken}, HandlerErrorCode: ${failure.code})`;
