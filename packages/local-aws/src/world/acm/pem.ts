import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { Instant } from '@cutover/ground';
import { AwsFailure } from '../failure';

/** What ACM reads from an imported certificate. */
export interface ImportedPem {
  /** The common name first, then the subject alternative names; lower case, each once. */
  readonly names: string[];
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly keyAlgorithm: string;
  readonly certificatePem: string;
  readonly privateKeyPem: string;
  readonly chainPem?: string;
}

/** @throws AwsFailure ValidationException, when the three parts are no certificate, its key and its chain. */
export function readPem(certificate: Uint8Array, privateKey: Uint8Array, chain?: Uint8Array): ImportedPem {
  const certificatePem = text(certificate);
  if ((certificatePem.match(/-----BEGIN CERTIFICATE-----/g) ?? []).length > 1)
    throw invalid(
      'The certificate field contains more than one certificate. You can specify only one certificate in this field.',
    );
  const parsed = parse('certificate', () => new X509Certificate(certificatePem));
  const privateKeyPem = text(privateKey);
  const key = parse('private key', () => createPrivateKey(privateKeyPem));
  if (!parsed.checkPrivateKey(key)) throw invalid('The certificate and the private key do not match.');
  const names = namesOf(parsed);
  if (!names.length) throw invalid('The certificate names no domain: it needs a common name or DNS names.');
  return {
    names,
    notBefore: Date.parse(parsed.validFrom),
    notAfter: Date.parse(parsed.validTo),
    keyAlgorithm: keyAlgorithmOf(parsed.publicKey),
    certificatePem,
    privateKeyPem,
    ...(chain?.length ? { chainPem: chainOf(chain) } : {}),
  };
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

const invalid = (message: string): AwsFailure => new AwsFailure('ValidationException', 400, message);

/** OpenSSL's own error tells which byte it did not like; people need to know which field. */
function parse<T>(field: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!isOpenSslError(error)) throw error;
    throw invalid(`The ${field} is not in a valid PEM format: ${error.message}`);
  }
}

/** By its code: an error of node's own modules need not be an instance of this context's Error. */
const isOpenSslError = (error: unknown): error is Error =>
  String((error as { code?: unknown })?.code).startsWith('ERR_OSSL');

function chainOf(chain: Uint8Array): string {
  const pem = text(chain);
  parse('certificate chain', () => new X509Certificate(pem));
  return pem;
}

function namesOf(certificate: X509Certificate): string[] {
  const commonName = /^CN=(.+)$/m.exec(certificate.subject ?? '')?.[1];
  const alternatives = (certificate.subjectAltName ?? '')
    .split(', ')
    .filter((entry) => entry.startsWith('DNS:'))
    .map((entry) => entry.slice('DNS:'.length));
  return [
    ...new Set(
      [commonName, ...alternatives].filter((name) => name !== undefined).map((name) => name.toLowerCase()),
    ),
  ];
}

function keyAlgorithmOf(key: KeyObject): string {
  const details = key.asymmetricKeyDetails;
  return key.asymmetricKeyType === 'rsa' ? `RSA_${details?.modulusLength}` : `EC_${details?.namedCurve}`;
}
