import type { SitePorts, StorePort } from '@cutover/redirect-site';
import { clientsOf } from '../clients';
import { later } from '../later';
import { type MovePorts, movePorts } from '../move-ports';
import { type SiteClients, type SiteClientsOptions, siteClientsOf } from './clients';

/** The ports of a redirect site over the SDK and DNS. Made anew for each turn: its credentials are the turn's. */
export function sitePorts(options: SiteClientsOptions): SitePorts {
  const clients = siteClientsOf(options);
  return {
    rules: later(async () => (await import('./rules')).rulesPort(clients.s3)),
    stores: stores(clients),
    functions: later(async () => (await import('./functions')).functionPort(clients.cloudFront)),
    distributions: later(async () => (await import('./distributions')).distributionPort(clients.cloudFront)),
    certificates: later(async () => (await import('./certificates')).certificatePort(clients.acm)),
    tags: later(async () => (await import('./tag-port')).tagPort(clients.cloudFront, clients.acm)),
    dns: later(async () => (await import('./dns')).siteDnsPort(clients.route53)),
    parameters: later(async () => (await import('../parameters')).parameterPort(clients.ssm)),
    moves: movesIn(options),
  };
}

/** A migration's ports through the role of its source, kept for the turn: a role is assumed once. */
function movesIn({ credentials, requestHandler }: SiteClientsOptions): SitePorts['moves'] {
  const kept = new Map<string, MovePorts>();
  return ({ source: { roleArn, externalId, accountId } }) => {
    const sourceRole =
      roleArn === undefined ? undefined : { roleArn, externalId, property: 'TakeOver.RoleArn' };
    const key = `${roleArn} ${externalId}`;
    const ports =
      kept.get(key) ??
      movePorts(clientsOf({ credentials, requestHandler, migrationId: `from-${accountId}`, sourceRole }));
    kept.set(key, ports);
    return ports;
  };
}

/** One port in two planes, each with a client of its own: a turn that only asks for READY does not load the other. */
function stores({ cloudFront, keyValueStore }: SiteClients): StorePort {
  const control = later(async () => (await import('./stores')).storeControl(cloudFront));
  const data = later(async () => (await import('./items')).storeItems(keyValueStore));
  return {
    find: (name) => control.find(name),
    create: (name, comment) => control.create(name, comment),
    remove: (name, etag) => control.remove(name, etag),
    describe: (storeArn) => data.describe(storeArn),
    items: (storeArn) => data.items(storeArn),
    update: (storeArn, batch, etag) => data.update(storeArn, batch, etag),
  };
}
