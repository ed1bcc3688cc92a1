import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** Signs what the local AWS shows in TLS; whoever trusts `pem` can verify names as in the real world. */
export interface CertificateAuthority {
  /** The authority's own certificate. */
  readonly pem: string;
  /** Key and certificate for these names, made at the first call. */
  certificateFor(names: readonly string[]): Promise<KeyPair>;
}

/** Both in PEM. */
export interface KeyPair {
  readonly key: string;
  readonly cert: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const dayMs = 86_400_000;

type Keys = Awaited<ReturnType<typeof newKeys>>;

const newKeys = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

/** @param notBefore start of validity; certificates last 397 days from there, the longest that browsers accept. */
export async function createAuthority(notBefore: Date): Promise<CertificateAuthority> {
  cryptoProvider.set(webcrypto);
  const validity = { notBefore, notAfter: new Date(notBefore.getTime() + 397 * dayMs) };
  const keys = await newKeys();
  const root = await X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'CN=cutover local AWS',
    ...validity,
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const made = new Map<string, Promise<KeyPair>>();
  const certificateFor = (names: readonly string[]): Promise<KeyPair> => {
    const which = names.join(' ');
    const pair =
      made.get(which) ?? issue(root, keys, names, (made.size + 2).toString(16).padStart(4, '0'), validity);
    made.set(which, pair);
    return pair;
  };
  return { pem: root.toString('pem'), certificateFor };
}

async function issue(
  root: X509Certificate,
  rootKeys: Keys,
  names: readonly string[],
  serialNumber: string,
  validity: { notBefore: Date; notAfter: Date },
): Promise<KeyPair> {
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.create({
    serialNumber,
    subject: 'CN=cutover local edge',
    issuer: root.subject,
    ...validity,
    signingAlgorithm: algorithm,
    signingKey: rootKeys.privateKey,
    publicKey: keys.publicKey,
    extensions: [
      new BasicConstraintsExtension(false),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      // Without it strict verifiers (Python from 3.13 on) refuse the certificate.
      await AuthorityKeyIdentifierExtension.create(root, false),
      new SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns', value }))),
    ],
  });
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { key: PemConverter.encode(pkcs8, 'PRIVATE KEY'), cert: certificate.toString('pem') };
}
