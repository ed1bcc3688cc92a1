import { noSuchRealtimeLogConfig, realtimeLogConfigOwnerMismatch } from '../failures';
import { type Check, newReferences } from './proposal';

const logConfigArn = /^arn:aws:cloudfront::(\d{12}):realtime-log-config\/.+$/;

/** A real-time log configuration is of the distribution's account; that there is one of its name is taken on trust. */
export const realtimeLogs: Check = (_world, proposal) => {
  for (const arn of newReferences(proposal, 'realtimeLogConfigs')) {
    const owner = logConfigArn.exec(arn)?.[1];
    if (!owner) throw noSuchRealtimeLogConfig();
    if (owner !== proposal.accountId) throw realtimeLogConfigOwnerMismatch();
  }
};
