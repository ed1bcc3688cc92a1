import { SignatureV4 } from '@smithy/signature-v4';
import type { AwsCredentials } from '../credentials';
import { Sha256 } from './hash';

export interface JsonApi {
  /** First part of its host, and what signatures name: `codebuild`. */
  readonly service: string;
  /** What stands before the operation in X-Amz-Target: `CodeBuild_20161006`. */
  readonly target: string;
}

export interface JsonApiPlace {
  readonly region: string;
  readonly credentials: AwsCredentials;
  /** In place of AWS's own. */
  readonly endpoint?: string | undefined;
}

/** What a service of the JSON protocol refused, in its own words. */
export class JsonApiError extends Error {}

const timeoutMs = 8_000;

/**
 * One call of a service of AWS that speaks JSON, signed. For a function that calls two operations of services whose
 * clients nothing else here needs.
 * @throws JsonApiError when the service refuses
 */
export async function callJsonApi(
  { region, credentials, endpoint }: JsonApiPlace,
  { service, target }: JsonApi,
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
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `${target}.${operation}`,
    },
    body: JSON.stringify(input),
  });
  const signal = AbortSignal.timeout(timeoutMs);
  const { host: _host, ...sent } = headers;
  const response = await fetch(new URL('/', url), { method: 'POST', headers: sent, body, signal });
  const text = await response.text();
  if (response.ok) return JSON.parse(text);
  throw new JsonApiError(`${operation}: ${response.status} ${text.slice(0, 500)}`);
}
