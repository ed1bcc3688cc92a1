import type { CloudFrontPort, Ports, Side } from '@cutover/alias-migration';
import { type Clients, type ClientsOptions, clientsOf } from './clients';
import { later } from './later';

/** The domain's ports over the SDK, DNS and HTTPS. Made anew for each turn: its credentials are the turn's. */
export function awsPorts(options: ClientsOptions): Ports {
  const clients = clientsOf(options);
  return {
    cloudFront: {
      source: cloudFront(clients.sourceCloudFront, 'source'),
      target: cloudFront(clients.targetCloudFront, 'target'),
    },
    certificates: later(async () => (await import('./certificates')).certificatePort(clients.acm)),
    dns: later(async () => (await import('./route53')).dnsPort(clients.route53)),
    viewer: later(async () => (await import('./viewer')).viewerPort()),
    parameters: later(async () => (await import('./parameters')).parameterPort(clients.ssm)),
  };
}

const cloudFront = (client: Clients['targetCloudFront'], side: Side): CloudFrontPort =>
  later(async () => (await import('./cloud-front')).cloudFrontPort(client, side));
