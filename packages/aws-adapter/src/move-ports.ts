import type { CloudFrontPort, Ports, Side } from '@cutover/alias-migration';
import type { Clients } from './clients';
import { later } from './later';

/** What moves names and looks after them, wherever the journals are. */
export type MovePorts = Omit<Ports, 'parameters' | 'alarms'>;

export const movePorts = (clients: Clients): MovePorts => ({
  cloudFront: {
    source: cloudFront(clients.sourceCloudFront, 'source'),
    target: cloudFront(clients.targetCloudFront, 'target'),
  },
  certificates: later(async () => (await import('./certificates')).certificatePort(clients.acm)),
  dns: later(async () => (await import('./route53')).dnsPort(clients.route53)),
  viewer: later(async () => (await import('./viewer')).viewerPort()),
});

const cloudFront = (client: Clients['targetCloudFront'], side: Side): CloudFrontPort =>
  later(async () => (await import('./cloud-front')).cloudFrontPort(client, side));
