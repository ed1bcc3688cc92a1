import { constants } from 'node:crypto';
import { createSecureContext, type SecureContext, type SecureVersion } from 'node:tls';
import type { Certificate, Edge, ServedConfig, World } from '../world/world';
import type { CertificateAuthority } from './authority';
import type { Handshake } from './fronting';
import { hostNameOf } from './host';
import { claimantOf } from './route';

/** What CloudFront shows for its own names, and for a name that nobody has claimed. */
export const cloudFrontNames: readonly string[] = ['*.cloudfront.net', 'cloudfront.net'];

/** A certificate as chosen for one handshake. */
interface Shown {
  readonly names: readonly string[];
  readonly accountId: string | undefined;
  readonly certificate: Certificate | undefined;
  readonly minVersion: SecureVersion;
}

const ownCertificate: Shown = {
  names: cloudFrontNames,
  accountId: undefined,
  certificate: undefined,
  minVersion: 'TLSv1.2',
};

/** The certificate that an edge shows for an SNI: that of the claimant in its own view, else CloudFront's own. */
export function shownFor(world: World, edge: Edge, serverName: string | undefined): Shown {
  const host = serverName && hostNameOf(serverName);
  const claimant = host ? claimantOf(edge, host) : undefined;
  if (!claimant || claimant.domainName === host) return ownCertificate;
  return shownBy(world, claimant);
}

function shownBy(world: World, { config, accountId }: ServedConfig): Shown {
  const viewer = config.ViewerCertificate;
  const minVersion = viewer?.MinimumProtocolVersion?.startsWith('TLSv1.3') ? 'TLSv1.3' : 'TLSv1.2';
  const certificate = world.certificates.get(viewer?.ACMCertificateArn ?? '');
  if (certificate)
    return { names: certificate.names, accountId: certificate.accountId, certificate, minVersion };
  // IAM's certificate store is not modelled: what was accepted there is taken to cover the aliases.
  if (viewer?.IAMCertificateId) {
    return { names: config.Aliases?.Items ?? [], accountId, certificate: undefined, minVersion };
  }
  return ownCertificate;
}

export const handshakeOf = (world: World, edge: Edge, serverName: string | undefined): Handshake => {
  const { names, accountId } = shownFor(world, edge, serverName);
  return {
    serverName: serverName && hostNameOf(serverName),
    certificateNames: names,
    certificateAccountId: accountId,
  };
};

/** TLS settings per certificate, made once: reading a key costs more than a handshake. */
export interface SecureContexts {
  contextFor(shown: Shown): Promise<SecureContext>;
  readonly own: () => Promise<SecureContext>;
}

export function secureContexts(authority: CertificateAuthority): SecureContexts {
  const byCertificate = new WeakMap<Certificate, Map<string, Promise<SecureContext>>>();
  const byNames = new Map<string, Promise<SecureContext>>();
  const make = async (shown: Shown): Promise<SecureContext> => {
    const imported = shown.certificate?.imported;
    const pair = imported
      ? { key: imported.privateKeyPem, cert: `${imported.certificatePem}\n${imported.chainPem ?? ''}` }
      : await authority.certificateFor(shown.names);
    return createSecureContext({
      ...pair,
      minVersion: shown.minVersion,
      secureOptions: constants.SSL_OP_NO_TICKET,
    });
  };
  const contextFor = (shown: Shown): Promise<SecureContext> => {
    const shelf = shown.certificate ? shelfOf(byCertificate, shown.certificate) : byNames;
    const which = `${shown.minVersion} ${shown.names.join(' ')}`;
    const context = shelf.get(which) ?? make(shown);
    shelf.set(which, context);
    return context;
  };
  return { contextFor, own: () => contextFor(ownCertificate) };
}

function shelfOf<K extends object, V>(shelves: WeakMap<K, Map<string, V>>, key: K): Map<string, V> {
  const shelf = shelves.get(key) ?? new Map<string, V>();
  shelves.set(key, shelf);
  return shelf;
}
