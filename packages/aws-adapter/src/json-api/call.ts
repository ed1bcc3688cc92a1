import { SignatureV4 } from '@smithy/signature-v4';
import type { AwsCredentials } from '../credentials';
import { Sha256 } from './hash';

export interface JsonApi {
  /** First part of its host, and what signatures name: `codebuild`. */
  readonly service: string;
  /** What stands before the operation in X-Amz-Target: `CodeBuild_20161006`. */
  readonly target: string;
  /** Of the protocol; 1.1 unless the service's model says otherwise. */
  readonly version?: '1.0' | '1.1';
}

export interface JsonApiPlace {
  readonly region: string;
  readonly credentials: AwsCredentials;
  /** In place of AWS's own. */
  readonly endpoint?: string | undefined;
}

/** What a service of the JSON protocol refused, in its own words, with the members that errors of the SDK have. */
export class JsonApiError extends Error {
  readonly $metadata: { readonly httpStatusCode: number; readonly requestId: string | undefined };

  constructor(operation: string, response: Response, text: string) {
    const { type, message } = refusalIn(text);
    super(`${operation}: ${response.status} ${message}`);
    this.name = type;
    const requestId = response.headers.get('x-amzn-requestid') ?? undefined;
    this.$metadata = { httpStatusCode: response.status, requestId };
  }
}

/** `{"__type": "com.amazonaws.…#ResourceNotFoundException", "message": "…"}`; anything else is shown as it came. */
function refusalIn(text: string): { readonly type: string; readonly message: string } {
  const [, type = 'JsonApiError'] = /"__type"\s*:\s*"(?:[^"#]*#)?(\w+)"/.exec(text) ?? [];
  return { type, message: text.slice(0, 500) };
}

const timeoutMs = 8_000;

/**
 * One call of a service of AWS that speaks JSON, signed. For single operations of services whose clients nothing else
 * here needs.
 * @throws JsonApiError when the service refuses
 */
export async function callJsonApi(
  { region, credentials, endpoint }: JsonApiPlace,
  { service, target, version = '1.1' }: JsonApi,
  operation: string,
  input: object,
): Promise<unknown> {
  const url = new URL(endpoint ?? `https://${service}.${region}.amazonaws.com`);
  const signer = new SignatureV4({ service, region, credentials, sha256: Sha256 });
  const { headers, body } = await signer.sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    path: '/',
    headers: {
      host: url.host,
      'content-type': `application/x-amz-json-${version}`,
      'x-amz-target': `${target}.${operation}`,
    },
    body: JSON.stringify(input),
  });
  const signal = AbortSignal.timeout(timeoutMs);
  const { host: _host, ...sent } = headers;
  const response = await fetch(new URL('/', url), { method: 'POST', headers: sent, body, signal }).catch(
    (error: Error) => {
      // `fetch failed` says nothing; its cause has the code of the system, which the table of failures reads.
      throw error.cause instanceof Error ? error.cause : error;
    },
  );
  const text = await response.text();
  if (response.ok) return JSON.parse(text);
  throw new JsonApiError(operation, response, text);
}
