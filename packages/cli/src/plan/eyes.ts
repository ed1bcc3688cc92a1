import type { Migration, Ports, ViewerAnswer, ViewerPort } from '@cutover/alias-migration';
import { awsPorts, identityOf } from '@cutover/aws-adapter';
import { ask } from '../watch/ask';
import { dnsOf } from '../watch/dns';
import type { Network } from '../watch/network';

/** Whose eyes look: profiles of the AWS CLI; a migration's own roles where no profile is named. */
export interface Profiles {
  readonly target?: string;
  readonly source?: string;
  readonly dns?: string;
}

/**
 * The ports of a plan: they read as these profiles, and there is nothing to write to.
 * @throws Failure when a profile has no keys, or they are refused
 */
export async function eyesOf(migration: Migration, profiles: Profiles, network: Network): Promise<Ports> {
  const { credentials } = await identityOf(profiles.target);
  const as = async (profile: string | undefined): Promise<Ports | undefined> =>
    profile === undefined
      ? undefined
      : awsPorts({ credentials: (await identityOf(profile)).credentials, migrationId: 'plan' });
  const own = awsPorts({
    credentials,
    migrationId: 'plan',
    sourceRole: roleOf(migration.source, 'Source.RoleArn'),
    dnsRole: roleOf(migration.dns ?? migration.externalDns, 'Dns.RoleArn'),
  });
  const source = await as(profiles.source);
  const dns = await as(profiles.dns);
  return {
    ...own,
    cloudFront: { target: own.cloudFront.target, source: source?.cloudFront.source ?? own.cloudFront.source },
    dns: dns?.dns ?? own.dns,
    viewer: viewerOver(network),
    parameters: nothingKept,
  };
}

const roleOf = (end: { roleArn?: string; externalId?: string } | undefined, property: string) =>
  end?.roleArn === undefined ? undefined : { roleArn: end.roleArn, externalId: end.externalId, property };

/** A plan begins anew each time, and leaves nothing behind. */
const nothingKept: Ports['parameters'] = {
  list: async () => [],
  put: () => Promise.reject(new Error('a plan writes no parameter')),
  remove: () => Promise.reject(new Error('a plan removes no parameter')),
};

/** Users' view through this machine's network, or the local AWS's. */
function viewerOver(network: Network): ViewerPort {
  const resolve = dnsOf(network);
  return {
    request: async ({ via, host, path }) => {
      const { addresses, error } = await resolve(via);
      if (addresses.length === 0) return [{ address: via, kind: 'failed', reason: error ?? 'no address' }];
      const target = { url: `https://${host}${path}`, name: host, secure: true, port: 443, path };
      return Promise.all(
        addresses.map(async (address): Promise<ViewerAnswer> => {
          const answer = await ask(target, address, network);
          if ('error' in answer) return { address, kind: 'failed', reason: answer.error };
          const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value ?? '')]);
          return { address, kind: 'answered', status: answer.status, headers: Object.fromEntries(headers) };
        }),
      );
    },
  };
}
