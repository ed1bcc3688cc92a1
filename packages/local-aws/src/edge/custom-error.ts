import { askOrigins } from './forward';
import type { OriginReply } from './origins';
import { customErrorFor, type Forwarding, forwardingFor } from './plan';
import type { EdgeSite } from './site';

/** The page that the distribution shows for an origin's error, if it can be had; else the error itself. */
export function orCustomError(
  site: EdgeSite,
  { served, host }: Forwarding,
  answer: OriginReply,
): OriginReply {
  const custom = customErrorFor(served.config, answer.status);
  if (!custom) return answer;
  const forwarding = forwardingFor(site.world, served, host, custom.pagePath);
  const page = askOrigins(site, forwarding, { headers: {} });
  return page.status === 200 ? { ...page, status: custom.status } : answer;
}
