import type { Ports } from '@cutover/alias-migration';
import { type ClientsOptions, clientsOf } from './clients';
import { later } from './later';
import { movePorts } from './move-ports';

/** The domain's ports over the SDK, DNS and HTTPS. Made anew for each turn: its credentials are the turn's. */
export function awsPorts(options: ClientsOptions): Ports {
  const clients = clientsOf(options);
  return {
    ...movePorts(clients),
    alarms: later(async () => (await import('./alarms')).alarmPort(clients.cloudWatchIn)),
    parameters: later(async () => (await import('./parameters')).parameterPort(clients.ssm)),
  };
}
