import type { Answer } from '../model/exchange';
import type { Call } from './call';
import { hostName } from './host';

/**
 * Browsers heed HSTS only where it came by https (RFC 6797), so a request by http goes there first, on the same host; 307
 * and 308 keep the method. Where there is no HSTS, or where nobody tells how the request came, rules answer at once.
 */
export function httpsFirst({ request, uri }: Call, answer: Answer): Answer {
  const isHttp = request.headers?.['cloudfront-forwarded-proto'] === 'http';
  if (!isHttp || answer.headers['strict-transport-security'] === undefined) return answer;
  const { status, rule } = answer;
  return {
    status: status === 307 || status === 308 ? status : 301,
    headers: {},
    location: `https://${hostName(request.host)}${uri}`,
    rule,
  };
}
