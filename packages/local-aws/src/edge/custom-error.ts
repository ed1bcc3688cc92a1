import type { IncomingMessage } from 'node:http';
import { askOrigins } from './forward';
import { customErrorFor, type Forwarding, forwardingFor } from './plan';
import type { EdgeSite } from './site';

/** The page that the distribution shows for an origin's error, if it can be had; else the error itself. */
export async function orCustomError(
  site: EdgeSite,
  { served, host }: Forwarding,
  answer: IncomingMessage,
): Promise<{ status: number; message: IncomingMessage }> {
  const status = answer.statusCode ?? 502;
  const custom = customErrorFor(served.config, status);
  if (!custom) return { status, message: answer };
  const forwarding = forwardingFor(site.world, served, host, custom.pagePath);
  const message = await askOrigins(site, forwarding, { method: 'GET', headers: {} });
  if (message.statusCode !== 200) {
    message.resume();
    return { status, message: answer };
  }
  answer.resume();
  return { status: custom.status, message };
}
