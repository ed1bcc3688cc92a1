import { Failure } from '@cutover/handler-kit';
import { type FailureRow, NO_ANSWER, type Service, UNREADABLE_ANSWER } from './row';
import { failureRows } from './table';

/** What was asked of whom; goes into the message of a failure. */
export interface Call {
  readonly service: Service;
  /** `UpdateDistribution` */
  readonly operation: string;
  /** In words: `distribution E1111111SOURCE`. */
  readonly resource: string;
}

/** The parts of an SDK error that the table is asked with. */
export interface AwsError {
  readonly name: string;
  readonly message: string;
  readonly status?: number;
  readonly requestId?: string;
}

const UNKNOWN: FailureRow = {
  failure: 'Unknown',
  disposition: 'giveUp',
  code: 'InternalFailure',
  next: 'No rule says what this error means: report it together with this message.',
};

/** @returns the table's first matching row. */
export function rowOf(service: Service, error: AwsError): FailureRow | undefined {
  return failureRows.find((row) => isMatch(row, service, error));
}

function isMatch(row: FailureRow, service: Service, error: AwsError): boolean {
  if (row.service !== undefined && row.service !== service) return false;
  if (row.messagePattern !== undefined && !row.messagePattern.test(error.message)) return false;
  if (row.status !== undefined && !isBetween(error.status, row.status)) return false;
  if (row.name === undefined) return row.status !== undefined;
  return typeof row.name === 'string' ? row.name === error.name : row.name.test(error.name);
}

const isBetween = (status: number | undefined, [low, high]: readonly [number, number]): boolean =>
  status !== undefined && status >= low && status <= high;

/** The one place where an error of the SDK becomes a failure in the domain's words. */
export function failureOf(call: Call, thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const error = awsErrorOf(thrown);
  const row = rowOf(call.service, error) ?? UNKNOWN;
  const source = `${call.operation}: ${error.name}`;
  const request = error.requestId === undefined ? '' : ` (request ${error.requestId})`;
  const said = error.message.trim().replace(/\.?$/, '.');
  const message = `${source} on ${call.resource}${request}: ${said} ${row.next}`;
  return new Failure(row.failure, row.disposition, row.code, message, source);
}

/** What smithy's clients put on the errors that they throw. */
interface SdkError {
  readonly name?: string;
  readonly message?: string;
  readonly code?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
  readonly $response?: { readonly statusCode?: number };
}

/** Errors of sockets and of their timeouts carry a code of the system, or one of these names. */
const TIMEOUT_NAMES = ['TimeoutError', 'AbortError', 'RequestTimeout', 'RequestTimeoutException'];
const SOCKET_CODE =
  /^(E(CONN|HOST|NET|PIPE|TIMEDOUT|AI_|NOTFOUND|PROTO|ADDR)\w*|ERR_(TLS|SSL|SOCKET|STREAM)\w*|CERT_\w+|\w*(SELF_SIGNED|UNABLE_TO)\w*)$/;

export function awsErrorOf(thrown: unknown): AwsError {
  const error = (thrown instanceof Error ? thrown : new Error(String(thrown))) as SdkError;
  const status = error.$metadata?.httpStatusCode ?? error.$response?.statusCode;
  const base = { message: error.message ?? '', status, requestId: error.$metadata?.requestId };
  const code = typeof error.code === 'string' ? error.code : '';
  if (TIMEOUT_NAMES.includes(error.name ?? '') || (status === undefined && SOCKET_CODE.test(code))) {
    return {
      ...base,
      name: NO_ANSWER,
      message: [code, base.message || 'no answer in time'].filter(Boolean).join(' '),
    };
  }
  // The answer was a success and its body was not: a mutation may well have happened.
  if (status !== undefined && status < 300) return { ...base, name: UNREADABLE_ANSWER };
  return { ...base, name: error.name ?? 'Error' };
}
