import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { readTextFile } from '../../files';
import { UserError } from '../../user-error';

/** A site that runs, and how to come to it. */
export interface LiveSite {
  readonly isTls: boolean;
  /** A stage has names of its own, which its certificate is for. */
  readonly verifies: boolean;
  /** Where every request goes; absent: where DNS says. */
  readonly address?: { readonly host: string; readonly port: number };
  /** Certificates of authorities, in PEM; absent: those that Node knows. */
  readonly authorities?: readonly string[];
}

export interface SiteOptions {
  readonly live: string;
  readonly connectTo?: string;
  /** A file of authorities to trust beside those that Node knows. */
  readonly ca?: string;
}

/**
 * `public`: https to where DNS says. `stage`: https to --connect-to, whatever its certificate is for. `local`: http on
 * this machine. A URL: there, by its scheme. --connect-to takes the place of the address; with --ca a certificate counts.
 *
 * @throws UserError
 */
export function liveSite({ live, connectTo, ca }: SiteOptions): LiveSite {
  const site = siteAt(live, connectTo === undefined ? undefined : addressIn(connectTo));
  if (ca === undefined) return site;
  if (!site.isTls) throw new UserError(`--ca is for https, and --live ${live} asks by http: leave it out`);
  return { ...site, verifies: true, authorities: [...rootCertificates, authorityIn(ca)] };
}

function siteAt(live: string, address: LiveSite['address']): LiveSite {
  if (live === 'public') return { isTls: true, verifies: true, address };
  if (live === 'local')
    return { isTls: false, verifies: false, address: address ?? { host: '127.0.0.1', port: 8080 } };
  if (live === 'stage') {
    if (address === undefined)
      throw new UserError('--live stage needs --connect-to HOST:PORT, the address of the stage');
    return { isTls: true, verifies: false, address };
  }
  const url = URL.canParse(live) ? new URL(live) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new UserError(`--live ${live}: write public, stage, local, or a URL such as http://127.0.0.1:8080`);
  const isTls = url.protocol === 'https:';
  const port = Number(url.port || (isTls ? 443 : 80));
  return { isTls, verifies: false, address: address ?? { host: url.hostname.replace(/^\[|\]$/g, ''), port } };
}

function addressIn(text: string): { host: string; port: number } {
  const [, bracketed, plain, port] = /^(?:\[([0-9a-f:]+)\]|([^:\s/]+)):(\d{1,5})$/i.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || Number(port) > 65535)
    throw new UserError(`--connect-to ${text}: write HOST:PORT, such as d111111abcdef8.cloudfront.net:443`);
  return { host, port: Number(port) };
}

/** Node takes whatever stands in `ca`, and leaves out without a word what is no certificate. */
function authorityIn(file: string): string {
  const text = readTextFile(file);
  try {
    new X509Certificate(text);
    return text;
  } catch (error) {
    if (!/^ERR_OSSL/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new UserError(`${file}: has no certificate; name a file in PEM (-----BEGIN CERTIFICATE-----)`);
  }
}
