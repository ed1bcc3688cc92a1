import type { Ports } from '@cutover/alias-migration';
import { certificatePort } from './certificates';
import { type ClientsOptions, clientsOf } from './clients';
import { cloudFrontPort } from './cloud-front';
import { parameterPort } from './parameters';
import { dnsPort } from './route53';
import { viewerPort } from './viewer';

/** The domain's ports over the SDK, DNS and HTTPS. Made anew for each turn: its credentials are the turn's. */
export function awsPorts(options: ClientsOptions): Ports {
  const clients = clientsOf(options);
  return {
    cloudFront: {
      source: cloudFrontPort(clients.sourceCloudFront, 'source'),
      target: cloudFrontPort(clients.targetCloudFront, 'target'),
    },
    certificates: certificatePort(clients.acm),
    dns: dnsPort(clients.route53),
    viewer: viewerPort(),
    parameters: parameterPort(clients.ssm),
  };
}
