import type { CloudFrontClientConfig } from '@aws-sdk/client-cloudfront';
import type { AwsCredentials } from './credentials';

/**
 * CloudFront and Route 53 are global and live in us-east-1, CloudFront takes certificates from there only, and the
 * journal must be in one place for stacks of all regions.
 */
export const REGION = 'us-east-1';

/** Where the SDK's requests go: its own HTTP handler's options, or a whole handler (tests). */
export type RequestHandler = CloudFrontClientConfig['requestHandler'];

/** A turn has 60 seconds and looks first in the next one, so a request is given up early and never repeated. */
const TIMEOUTS = { connectionTimeout: 3_000, requestTimeout: 15_000, throwOnRequestTimeout: true };

/** As the SDK makes them for each client. */
const AGENTS = { keepAlive: true, maxSockets: 50 };

/**
 * Connections for all clients of a turn: source and target are one host, and so is all of a local AWS. Made at the first
 * request, so that a handler loads without HTTP; the SDK takes a provider here, though its types do not say so.
 */
const oneTurn = (): RequestHandler =>
  lazy(async () => {
    const [http, https] = await Promise.all([import('node:http'), import('node:https')]);
    return { ...TIMEOUTS, httpAgent: new http.Agent(AGENTS), httpsAgent: new https.Agent(AGENTS) };
  }) as unknown as RequestHandler;

/** What every client is made with. */
export const settingsOf = (credentials: AwsCredentials, requestHandler: RequestHandler = oneTurn()) => ({
  region: REGION,
  credentials,
  maxAttempts: 1,
  requestHandler,
});

/** What is made when it is first asked for, and once. */
export function lazy<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
