import type { PeerCertificate } from 'node:tls';

/** What came back, before anybody judged it. */
export type Outcome =
  | { readonly status: number; readonly headers: Readonly<Record<string, string | string[] | undefined>> }
  | { readonly error: string };

/** Wall milliseconds without a byte, after which a request counts as failed. */
export const patienceMs = 10_000;

export const noAnswer = (): Error => new Error(`no answer within ${patienceMs / 1000} s`);

const tlsCodes = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|EPROTO)/;

/** Why there is no answer, in words. */
export function failed(error: NodeJS.ErrnoException): Outcome {
  return { error: describe(error) };
}

function describe(error: NodeJS.ErrnoException): string {
  if (isNameMismatch(error)) return `TLS: the certificate is for ${namesOn(error.cert)}, not for this name`;
  if (error.code && tlsCodes.test(error.code)) return `TLS: ${error.code} ${error.message}`;
  return error.code ? `connection: ${error.code}` : error.message;
}

type NameMismatch = NodeJS.ErrnoException & { cert: PeerCertificate };
const isNameMismatch = (error: NodeJS.ErrnoException): error is NameMismatch =>
  error.code === 'ERR_TLS_CERT_ALTNAME_INVALID';

const namesOn = (certificate: PeerCertificate): string =>
  (certificate.subjectaltname ?? certificate.subject.CN).replaceAll('DNS:', '');
